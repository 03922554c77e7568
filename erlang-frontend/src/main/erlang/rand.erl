%% Pseudo-random numbers: OTP's stdlib manual, module rand. The default algorithm exsss only: Xorshift116 of Vigna with
%% the ** scrambler, on 58 bits, seeded through SplitMix64; a seeded sequence is the same as OTP's.
%% normal/0 draws by the polar method of Marsaglia, so its values are not OTP's (which uses a ziggurat).
-module(rand).

-export([seed/1, seed/2, seed_s/1, seed_s/2, export_seed/0, export_seed_s/1, uniform/0, uniform/1,
         uniform_s/1, uniform_s/2, uniform_real/0, uniform_real_s/1, normal/0, normal/2, normal_s/1,
         normal_s/3, bytes/1, bytes_s/2, splitmix64_next/1]).

-define(WORD, 16#3FFFFFFFFFFFFFF).
-define(KEY, rand_seed).

%% ---- Seeding. A state is {Algorithm, [S1 | S0]} ----

seed(AlgOrState) ->
    State = seed_s(AlgOrState),
    put(?KEY, State),
    State.

seed(Alg, Seed) ->
    State = seed_s(Alg, Seed),
    put(?KEY, State),
    State.

seed_s({Alg, [_ | _]} = State) when is_atom(Alg) -> known(Alg), State;
seed_s(Alg) ->
    seed_s(Alg, {erlang:phash2([{node(), self()}]), erlang:system_time(), erlang:unique_integer()}).

seed_s(default, Seed) -> seed_s(exsss, Seed);
seed_s(Alg, {A1, A2, A3}) ->
    known(Alg),
    {_, X0} = seed58(A1 band 16#FFFFFFFFFFFFFFFF),
    {S0, X1} = seed58((A2 bxor X0) band 16#FFFFFFFFFFFFFFFF),
    {S1, _} = seed58((A3 bxor X1) band 16#FFFFFFFFFFFFFFFF),
    {Alg, [S0 | S1]};
seed_s(Alg, Seed) when is_integer(Seed) ->
    known(Alg),
    {S0, X} = seed58(Seed),
    {S1, _} = seed58(X),
    {Alg, [S0 | S1]};
seed_s(Alg, [A, B]) when is_integer(A), is_integer(B) ->
    known(Alg),
    {Alg, [A band ?WORD | B band ?WORD]}.

known(exsss) -> ok;
known(Alg) -> erlang:error({no_such_algorithm, Alg}).

export_seed() ->
    case get(?KEY) of
        {Alg, _} = State when is_atom(Alg) -> State;
        _ -> undefined
    end.

export_seed_s(State) -> State.

current() ->
    case get(?KEY) of
        undefined -> seed_s(exsss);
        State -> State
    end.

draw({Value, State}) ->
    put(?KEY, State),
    Value.

splitmix64_next(X0) ->
    X = (X0 + 16#9E3779B97F4A7C15) band 16#FFFFFFFFFFFFFFFF,
    Z0 = ((X bxor (X bsr 30)) * 16#BF58476D1CE4E5B9) band 16#FFFFFFFFFFFFFFFF,
    Z1 = ((Z0 bxor (Z0 bsr 27)) * 16#94D049BB133111EB) band 16#FFFFFFFFFFFFFFFF,
    {Z1 bxor (Z1 bsr 31), X}.

seed58(X0) ->
    {Z, X} = splitmix64_next(X0),
    case Z band ?WORD of
        0 -> seed58(X);
        Seed -> {Seed, X}
    end.

%% ---- The generators. All arithmetic stays within 64 bits ----

next({exsss, [S1 | S0]}) ->
    Low = S0 band ?WORD,
    Mixed = (S1 band ?WORD) bxor ((S1 band 16#3FFFFFFFF) bsl 24),
    New = Mixed bxor Low bxor (Mixed bsr 11) bxor (Low bsr 41),
    A = Low + ((Low band 16#FFFFFFFFFFFFFF) bsl 2),
    B = ((A band 16#7FFFFFFFFFFFF) bsl 7) bor ((A bsr 51) band 16#7F),
    {(B + ((B band 16#7FFFFFFFFFFFFF) bsl 3)) band ?WORD, {exsss, [Low | New]}}.

%% ---- Uniform ----

uniform() -> draw(uniform_s(current())).
uniform(N) -> draw(uniform_s(N, current())).

uniform_s(State0) ->
    {V, State} = next(State0),
    {(V bsr 5) * 1.1102230246251565e-16, State}.

uniform_s(N, State0) when is_integer(N), N >= 1, N =< 16#400000000000000 ->
    {V, State} = next(State0),
    within(N, V, State);
uniform_s(N, State0) when is_integer(N), N >= 1 ->
    {V, State} = next(State0),
    within_large(N, V, State).

%% Values of the last, incomplete range are drawn again.
within(N, V, State) when V < N -> {V + 1, State};
within(N, V, State) ->
    I = V rem N,
    case V - I =< 16#400000000000000 - N of
        true -> {I + 1, State};
        false ->
            {V2, State2} = next(State),
            within(N, V2, State2)
    end.

%% A range above the word: whole words are shifted in until there are two bits more than it needs.
within_large(N, V0, State0) when N band (N - 1) =:= 0 ->
    {V, State, _} = widen(N bsr 58, V0, State0, 58),
    {(V band (N - 1)) + 1, State};
within_large(N, V0, State0) ->
    {V, State, Bits} = widen(N bsr 56, V0, State0, 58),
    I = V rem N,
    case V - I =< (1 bsl Bits) - N of
        true -> {I + 1, State};
        false ->
            {V2, State2} = next(State),
            within_large(N, V2, State2)
    end.

widen(Range, V, State, Bits) when Range =< 1 -> {V, State, Bits};
widen(Range, V, State0, Bits) ->
    {Word, State} = next(State0),
    widen(Range bsr 58, (V bsl 58) bor Word, State, Bits + 58).

%% In (0.0, 1.0): never zero.
uniform_real() -> draw(uniform_real_s(current())).

uniform_real_s(State0) ->
    case uniform_s(State0) of
        {Value, State} when Value > 0.0 -> {Value, State};
        {_, State} -> uniform_real_s(State)
    end.

%% ---- Normal ----

normal() -> draw(normal_s(current())).
normal(Mean, Variance) -> draw(normal_s(Mean, Variance, current())).

normal_s(State0) ->
    {U, State1} = uniform_s(State0),
    {V, State2} = uniform_s(State1),
    X = 2.0 * U - 1.0,
    Y = 2.0 * V - 1.0,
    S = X * X + Y * Y,
    case S > 0.0 andalso S < 1.0 of
        true -> {X * math:sqrt(-2.0 * math:log(S) / S), State2};
        false -> normal_s(State2)
    end.

normal_s(Mean, Variance, State0) when Variance > 0 ->
    {X, State} = normal_s(State0),
    {Mean + math:sqrt(Variance) * X, State}.

%% ---- Bytes: the 56 high bits of every word; of the last word what is still wanted, taken as OTP does ----

bytes(N) -> draw(bytes_s(N, current())).

bytes_s(N, State) when is_integer(N), N >= 0 -> bytes(N, State, <<>>).

bytes(N, State0, Bytes) when N > 7 ->
    {V, State} = next(State0),
    bytes(N - 7, State, <<Bytes/binary, (V bsr 2):56>>);
bytes(N, State0, Bytes) ->
    {V, State} = next(State0),
    Bits = N * 8,
    {<<Bytes/binary, (V bsr (56 - Bits)):Bits>>, State}.
