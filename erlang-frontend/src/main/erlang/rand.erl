%% Pseudo-random numbers: OTP's stdlib manual, module rand. A seeded sequence is OTP's, of every algorithm: they are the
%% generators of Sebastiano Vigna (Xorshift, Xoroshiro, SplitMix64; https://prng.di.unimi.it) with the parameters
%% that OTP chose for words of 58 bits.
%% A state is {Handler, State}: the handler is the map that OTP's manual describes (alg_handler()), so that a generator of
%% the caller's own works like those here. What is exported is {Algorithm, State}.
-module(rand).

-export([seed/1, seed/2, seed_s/1, seed_s/2, export_seed/0, export_seed_s/1, uniform/0, uniform/1,
         uniform_s/1, uniform_s/2, uniform_real/0, uniform_real_s/1, normal/0, normal/2, normal_s/1,
         normal_s/3, bytes/1, bytes_s/2, jump/0, jump/1, splitmix64_next/1]).
-export([exsp_next/1, exsp_jump/1, exro928_seed/1, exro928_next/1, exro928_next_state/1, exro928_jump_2pow20/1,
         exro928_jump_2pow512/1, mwc59/1, mwc59_value32/1, mwc59_value/1, mwc59_float/1, mwc59_seed/0,
         mwc59_seed/1]).

-define(KEY, rand_seed).
-define(LOW(Bits, X), ((X) band ((1 bsl (Bits)) - 1))).
-define(ROTATE(X, By), (?LOW(58 - (By), X) bsl (By)) bor ((X) bsr (58 - (By)))).
-define(TWO_TO_MINUS_53, 1.1102230246251565e-16).

%% ---- Seeding ----

seed(AlgOrState) -> kept(seed_s(AlgOrState)).
seed(Alg, Seed) -> kept(seed_s(Alg, Seed)).

kept(State) ->
    put(?KEY, State),
    State.

seed_s({#{}, _} = State) -> State;
seed_s({Alg, S}) when is_atom(Alg) -> {handler(Alg), S};
seed_s(Alg) -> seed_s(Alg, seed_of_now()).

seed_s(default, Seed) -> seed_s(exsss, Seed);
seed_s(Alg, Seed) -> {handler(Alg), first_state(Alg, Seed)}.

%% What a word is: its bits and how many low ones are weak; of the older generators the largest one.
handler(exsss) -> #{type => exsss, bits => 58, next => fun exsss_next/1, jump => fun exsp_jumped/1};
handler(exro928ss) -> #{type => exro928ss, bits => 58, next => fun exro928ss_next/1, jump => fun exro928_jumped/1};
handler(exrop) ->
    #{type => exrop, bits => 58, weak_low_bits => 1, next => fun exrop_next/1, jump => fun exrop_jumped/1};
handler(exs1024s) ->
    #{type => exs1024s, bits => 64, weak_low_bits => 3, next => fun exs1024_next/1, jump => fun exs1024_jumped/1};
handler(exsp) -> #{type => exsp, bits => 58, weak_low_bits => 1, next => fun exsp_next/1, jump => fun exsp_jumped/1};
handler(exs64) -> #{type => exs64, max => 16#FFFFFFFFFFFFFFFF, next => fun exs64_next/1};
handler(exsplus) ->
    #{type => exsplus, max => 16#3FFFFFFFFFFFFFF, next => fun exsp_next/1, jump => fun exsp_jumped/1};
handler(exs1024) ->
    #{type => exs1024, max => 16#FFFFFFFFFFFFFFFF, next => fun exs1024_next/1, jump => fun exs1024_jumped/1};
handler(dummy) ->
    #{type => dummy, bits => 58, next => fun dummy_next/1, uniform => fun dummy_uniform/1,
      uniform_n => fun dummy_uniform/2}.

%% Where the policy grants no clock the sequence is the same every time.
seed_of_now() -> {erlang:phash2([{node(), self()}]), time_or_none(), erlang:unique_integer()}.

time_or_none() ->
    try erlang:system_time()
    catch error:{denied, clock} -> 0
    end.

export_seed() ->
    case get(?KEY) of
        {#{type := _}, _} = State -> export_seed_s(State);
        _ -> undefined
    end.

export_seed_s({#{type := Alg}, S}) -> {Alg, S}.

current() ->
    case get(?KEY) of
        undefined -> seed(exsss);
        State -> State
    end.

draw({Value, State}) ->
    put(?KEY, State),
    Value.

first_state(exsss, {A, B, C}) ->
    {_, X0} = filled(58, A),
    {S0, X1} = filled(58, B bxor X0),
    {S1, _} = filled(58, C bxor X1),
    [S0 | S1];
first_state(Alg, {A, B, C}) when Alg =:= exsp; Alg =:= exsplus ->
    {_, [_ | S1]} = exsp_next([traditional(A, 4294967197) | traditional(B, 4294967231)]),
    {_, State} = exsp_next([traditional(C, 4294967279) | S1]),
    State;
first_state(exrop, {A, B, C}) ->
    {_, [_ | S1]} = exrop_next([traditional(A, 4294967197) | traditional(B, 4294967231)]),
    {_, State} = exrop_next([traditional(C, 4294967279) | S1]),
    State;
first_state(Alg, Seed) when Alg =:= exsss; Alg =:= exsp; Alg =:= exsplus; Alg =:= exrop ->
    [S0, S1] = words(58, 2, Seed),
    [S0 | S1];
first_state(exro928ss, Seed) -> exro928_seed(Seed);
first_state(exs64, {A, B, C}) ->
    {V1, _} = exs64_next(?LOW(32, A) * 4294967197 + 1),
    {V2, _} = exs64_next(?LOW(32, B) * 4294967231 + 1),
    {V3, _} = exs64_next(?LOW(32, C) * 4294967279 + 1),
    V1 * V2 * V3 rem (1 bsl 64 - 2) + 1;
first_state(exs64, Seed) ->
    [S] = words(64, 1, Seed),
    S;
first_state(Alg, {A, B, C}) when Alg =:= exs1024; Alg =:= exs1024s ->
    Bits = lists:foldl(fun({X, Prime}, Sum) -> (Sum bsl 21) bor ?LOW(21, (?LOW(21, X) + 1) * Prime) end, 0,
                       [{A, 2097131}, {B, 2097133}, {C, 2097143}]),
    {exs64_words(16, (Bits bsl 1) bor 1, []), []};
first_state(Alg, Seed) when Alg =:= exs1024; Alg =:= exs1024s -> {words(64, 16, Seed), []};
first_state(dummy, {A, B, C}) ->
    {_, X1} = splitmix64_next(A),
    {_, X2} = splitmix64_next(B bxor X1),
    {Z, _} = splitmix64_next(C bxor X2),
    ?LOW(58, Z);
first_state(dummy, Seed) when is_integer(Seed) -> ?LOW(58, element(1, splitmix64_next(Seed)));
first_state(dummy, [0 | _]) -> 0;
first_state(dummy, Seed) -> hd(words(58, 1, Seed)).

traditional(Seed, Prime) -> ?LOW(58, Seed * Prime + 1).

exs64_words(0, _, Words) -> Words;
exs64_words(N, S0, Words) ->
    {Word, S} = exs64_next(S0),
    exs64_words(N - 1, S, [Word | Words]).

%% So many words of a seed: of an integer through SplitMix64, of a list as they are, not all of them zero.
words(Bits, N, Seed) when is_integer(Seed) -> spread(Bits, N, Seed);
words(Bits, N, Seed) when is_list(Seed) -> given(Bits, N, Seed, false).

spread(_, 0, _) -> [];
spread(Bits, N, X0) ->
    {Word, X} = filled(Bits, X0),
    [Word | spread(Bits, N - 1, X)].

given(_, _, [], false) -> erlang:error(zero_seed);
given(_, 0, [_ | _], _) -> erlang:error(too_many_seed_integers);
given(_, N, [], true) -> lists:duplicate(N, 0);
given(Bits, N, [Seed | Rest], Found) when is_integer(Seed) ->
    Word = ?LOW(Bits, Seed),
    [Word | given(Bits, N - 1, Rest, Found orelse Word =/= 0)];
given(_, _, [_ | _], _) -> erlang:error(non_integer_seed).

%% The next word that is not zero.
filled(Bits, X0) ->
    {Z, X} = splitmix64_next(X0),
    case ?LOW(Bits, Z) of
        0 -> filled(Bits, X);
        Word -> {Word, X}
    end.

splitmix64_next(X0) ->
    X = ?LOW(64, X0 + 16#9E3779B97F4A7C15),
    Z0 = ?LOW(64, (X bxor (X bsr 30)) * 16#BF58476D1CE4E5B9),
    Z1 = ?LOW(64, (Z0 bxor (Z0 bsr 27)) * 16#94D049BB133111EB),
    {Z1 bxor (Z1 bsr 31), X}.

%% ---- The generators: a word and the next state. The arithmetic of those of 58 bits stays within 64 ----

next(#{type := exsss}, S) -> exsss_next(S);
next(#{next := Next}, S) -> Next(S).

word(#{bits := Bits} = Handler) -> {Bits, maps:get(weak_low_bits, Handler, 0)};
word(#{max := Max}) -> {max, Max}.

exsss_next([S1 | S0]) ->
    Low = S0 band 16#3FFFFFFFFFFFFFF,
    {starred(Low), [Low | shifted(S1, Low)]}.

%% Xorshift116, one step.
shifted(S1, Low) ->
    Mixed = (S1 band 16#3FFFFFFFFFFFFFF) bxor ((S1 band 16#3FFFFFFFF) bsl 24),
    Mixed bxor Low bxor (Mixed bsr 11) bxor (Low bsr 41).

%% The scrambler **: times 5, rotated by 7, times 9.
starred(Low) ->
    A = Low + ((Low band 16#FFFFFFFFFFFFFF) bsl 2),
    B = ((A band 16#7FFFFFFFFFFFF) bsl 7) bor ((A bsr 51) band 16#7F),
    (B + ((B band 16#7FFFFFFFFFFFFF) bsl 3)) band 16#3FFFFFFFFFFFFFF.

exsp_next([S1 | S0]) ->
    Low = S0 band 16#3FFFFFFFFFFFFFF,
    New = shifted(S1, Low),
    {(Low + New) band 16#3FFFFFFFFFFFFFF, [Low | New]}.

exrop_next([S0 | S1]) ->
    Mixed = S0 bxor S1,
    {?LOW(58, S0 + S1), [(?ROTATE(S0, 24)) bxor Mixed bxor (?LOW(56, Mixed) bsl 2) | ?ROTATE(Mixed, 35)]}.

exs64_next(S0) ->
    S1 = S0 bxor (S0 bsr 12),
    S2 = S1 bxor (?LOW(39, S1) bsl 25),
    S = S2 bxor (S2 bsr 27),
    {?LOW(64, S * 2685821657736338717), S}.

%% The sixteen words of the larger generators are a ring: {those in front, those behind, the last first}.
exs1024_next({[S0, S1 | Rest], Behind}) ->
    A = S1 bxor (?LOW(33, S1) bsl 31),
    New = S0 bxor (S0 bsr 30) bxor A bxor (A bsr 11),
    {?LOW(64, New * 1181783497276652981), {[New | Rest], [S0 | Behind]}};
exs1024_next({[S0], Behind}) -> exs1024_next({[S0 | lists:reverse(Behind)], []}).

exro928_seed({A, B, C}) ->
    {S0, X0} = filled(58, A),
    {S1, X1} = filled(58, B bxor X0),
    {S2, X2} = filled(58, C bxor X1),
    {[S0, S1, S2 | spread(58, 13, X2)], []};
exro928_seed(Seed) -> {words(58, 16, Seed), []}.

exro928_next({[S15, S0 | Rest], Behind}) ->
    Low = ?LOW(58, S0),
    Mixed = ?LOW(58, S15) bxor Low,
    New15 = (?ROTATE(Low, 44)) bxor Mixed bxor (?LOW(49, Mixed) bsl 9),
    {{S15, S0}, {[?ROTATE(Mixed, 45) | Rest], [New15 | Behind]}};
exro928_next({[S15], Behind}) -> exro928_next({[S15 | lists:reverse(Behind)], []}).

exro928_next_state(S) -> element(2, exro928_next(S)).

exro928ss_next(S0) ->
    {{_, Word}, S} = exro928_next(S0),
    {starred(?LOW(58, Word)), S}.

%% Stands for a generator where only what surrounds it is to be measured.
dummy_next(S) -> {S, S bxor 16#3FFFFFFFFFFFFFF}.

dummy_uniform({Alg, S}) -> {0.5, {Alg, S bxor 16#3FFFFFFFFFFFFFF}}.
dummy_uniform(_, {Alg, S}) -> {1, {Alg, S bxor 16#3FFFFFFFFFFFFFF}}.

%% ---- Uniform ----

uniform() -> draw(uniform_s(current())).
uniform(N) -> draw(uniform_s(N, current())).

uniform_s({#{type := exsss} = Alg, S0}) ->
    {V, S} = exsss_next(S0),
    {(V bsr 5) * ?TWO_TO_MINUS_53, {Alg, S}};
uniform_s({#{uniform := Uniform}, _} = State) -> Uniform(State);
uniform_s({Alg, S0}) ->
    {V, S} = next(Alg, S0),
    case word(Alg) of
        {max, Max} -> {V / (Max + 1), {Alg, S}};
        {Bits, _} -> {(V bsr (Bits - 53)) * ?TWO_TO_MINUS_53, {Alg, S}}
    end.

uniform_s(N, {#{type := exsss} = Alg, S0}) when is_integer(N), N >= 1, N =< 16#400000000000000 ->
    {V, S} = exsss_next(S0),
    within(N, V, Alg, S, 16#400000000000000 - N);
uniform_s(N, {#{uniform_n := Uniform}, _} = State) when is_integer(N), N >= 1 -> Uniform(N, State);
uniform_s(N, {Alg, S0}) when is_integer(N), N >= 1 ->
    {V, S} = next(Alg, S0),
    case word(Alg) of
        {max, Max} when N =< Max -> {V rem N + 1, {Alg, S}};
        {max, Max} -> {trunc(V / (Max + 1) * N) + 1, {Alg, S}};
        {Bits, _} when N =< 1 bsl Bits -> within(N, V, Alg, S, (1 bsl Bits) - N);
        {Bits, Weak} -> within_large(N, V, Alg, S, Bits, Weak)
    end.

%% Values of the last, incomplete range are drawn again.
within(N, V, Alg, S, _) when V < N -> {V + 1, {Alg, S}};
within(N, V, Alg, S0, Last) ->
    I = V rem N,
    case V - I =< Last of
        true -> {I + 1, {Alg, S0}};
        false ->
            {V2, S} = next(Alg, S0),
            within(N, V2, Alg, S, Last)
    end.

%% A range above the word: words without their weak bits are shifted in, until there are two bits more than it needs.
within_large(N, V0, Alg, S0, Bits, Weak) when N band (N - 1) =:= 0 ->
    {V, S, _} = widen(N bsr Bits, V0, Alg, S0, Bits - Weak, Weak, Bits),
    {(V band (N - 1)) + 1, {Alg, S}};
within_large(N, V0, Alg, S0, Bits, Weak) ->
    {V, S1, Width} = widen(N bsr (Bits - 2), V0, Alg, S0, Bits - Weak, Weak, Bits),
    I = V rem N,
    case V - I =< (1 bsl Width) - N of
        true -> {I + 1, {Alg, S1}};
        false ->
            {V2, S} = next(Alg, S1),
            within_large(N, V2, Alg, S, Bits, Weak)
    end.

widen(Range, V, _, S, _, _, Width) when Range =< 1 -> {V, S, Width};
widen(Range, V, Alg, S0, Shift, Weak, Width) ->
    {Word, S} = next(Alg, S0),
    Strong = (V bsr Weak) bsl Weak,
    widen(Range bsr Shift, (Strong bsl Shift) bor Word, Alg, S, Shift, Weak, Width + Shift).

%% In (0.0, 1.0) with all 53 bits of precision however small: bits are drawn until there are as many behind the first 1.
uniform_real() -> draw(uniform_real_s(current())).

uniform_real_s({Alg, S0}) ->
    {V, Bits, S} = strong(Alg, S0),
    real(V bsr (Bits - 56), 0, Alg, S).

real(M, Exponent, Alg, S) when M >= 1 bsl 52 ->
    Width = width(M),
    {(M bsr (Width - 53)) * math:pow(2.0, Exponent + Width - 109), {Alg, S}};
real(M, -1008, Alg, S) when M < 1 bsl 42 -> uniform_real_s({Alg, S});
real(0, Exponent, Alg, S0) ->
    {V, Bits, S} = strong(Alg, S0),
    real(V bsr (Bits - 56), Exponent - 56, Alg, S);
real(M, Exponent, Alg, S0) ->
    {V, Bits, S} = case Exponent of
                       0 -> filling(Alg, S0);
                       _ -> strong(Alg, S0)
                   end,
    Missing = 53 - width(M),
    {((M bsl Missing) bor (V bsr (Bits - Missing))) * math:pow(2.0, Exponent - 56 - Missing), {Alg, S}}.

%% A word and its bits; of the older generators the 56 low bits.
strong(Alg, S0) ->
    {V, S} = next(Alg, S0),
    case word(Alg) of
        {max, _} -> {?LOW(56, V), 56, S};
        {Bits, _} -> {V, Bits, S}
    end.

%% OTP fills the first word of an older generator from the whole of the second: its sequences are kept.
filling(Alg, S0) ->
    case word(Alg) of
        {max, _} ->
            {V, S} = next(Alg, S0),
            {V, 56, S};
        _ -> strong(Alg, S0)
    end.

width(M) -> width(M, 0).

width(0, Width) -> Width;
width(M, Width) -> width(M bsr 1, Width + 1).

%% ---- Normal: the ziggurat of Marsaglia and Tsang with 256 levels ----

-define(LAST_X, 3.6541528853610088).

normal() -> draw(normal_s(current())).
normal(Mean, Variance) -> Mean + math:sqrt(Variance) * normal().

normal_s({Alg, S0}) ->
    {V, S} = next(Alg, S0),
    {Sign, R} = case word(Alg) of
                    {max, _} -> {V band (1 bsl 51), ?LOW(51, V)};
                    {Bits, _} -> {V band (1 bsl (Bits - 52)), V bsr (Bits - 51)}
                end,
    Level = R band 255,
    {Inside, Scale, _} = rand_ziggurat:level(Level),
    X = if Sign =:= 0 -> R * Scale; true -> -(R * Scale) end,
    case R < Inside of
        true -> {X, {Alg, S}};
        false -> at_edge(Level, Sign, X, {Alg, S})
    end.

at_edge(0, Sign, X0, State0) ->
    {U0, State1} = uniform_s(State0),
    X = -(1 / ?LAST_X) * math:log(U0),
    {U1, State} = uniform_s(State1),
    Y = -math:log(U1),
    case Y + Y > X * X of
        false -> at_edge(0, Sign, X0, State);
        true when Sign =:= 0 -> {?LAST_X + X, State};
        true -> {-?LAST_X - X, State}
    end;
at_edge(Level, _, X, State0) ->
    {_, _, Above} = rand_ziggurat:level(Level - 1),
    {_, _, Below} = rand_ziggurat:level(Level),
    {U, State} = uniform_s(State0),
    case (Above - Below) * U + Below < math:exp(-0.5 * X * X) of
        true -> {X, State};
        false -> normal_s(State)
    end.

normal_s(Mean, Variance, State0) when Variance > 0 ->
    {X, State} = normal_s(State0),
    {Mean + math:sqrt(Variance) * X, State}.

%% ---- Bytes: whole ones from the strong high bits of every word; of the last word what is still wanted ----

bytes(N) -> draw(bytes_s(N, current())).

bytes_s(N, {Alg, S}) when is_integer(N), N >= 0 ->
    {Bits, Weak} = case word(Alg) of
                       {max, Max} when Max >= 16#3FFFFFFFFFFFFFF -> {58, 2};
                       {_, Low} = Word when is_integer(Low) -> Word
                   end,
    bytes(N, Alg, S, (Bits - Weak) div 8, Bits, <<>>).

bytes(N, Alg, S0, Good, Bits, Bytes) when N > Good ->
    {V, S} = next(Alg, S0),
    bytes(N - Good, Alg, S, Good, Bits, <<Bytes/binary, (V bsr (Bits - Good * 8)):(Good * 8)>>);
bytes(N, Alg, S0, Good, _, Bytes) ->
    {V, S} = next(Alg, S0),
    {<<Bytes/binary, (V bsr (Good * 8 - N * 8)):(N * 8)>>, {Alg, S}}.

%% ---- Jumps: the sum of the states at those steps whose bit is set in the jump polynomial ----

jump() -> kept(jump(current())).

jump({#{jump := Jump}, _} = State) -> Jump(State);
jump({#{}, _}) -> erlang:error(not_implemented).

exsp_jumped({Alg, S}) -> {Alg, exsp_jump(S)}.

exrop_jumped({Alg, S}) -> {Alg, jump_pair(16#9863200F83FCD4A11293241FCB12A, fun exrop_next/1, S)}.

exro928_jumped({Alg, S}) -> {Alg, exro928_jump_2pow512(S)}.

%% The ring stays divided as it was.
exs1024_jumped({Alg, {Front, _} = S}) ->
    Sum = jumped(exs1024_polynomial(), fun(T) -> element(2, exs1024_next(T)) end, fun ring/1, S,
                 lists:duplicate(16, 0)),
    {NewFront, NewBehind} = lists:split(length(Front), Sum),
    {Alg, {NewFront, lists:reverse(NewBehind)}}.

exsp_jump(S) -> jump_pair(16#D174A83E17DE2302F8EA6BC32C797, fun exsp_next/1, S).

jump_pair(Polynomial, Next, S) ->
    [A, B] = jumped(Polynomial, fun(T) -> element(2, Next(T)) end, fun([X | Y]) -> [X, Y] end, S, [0, 0]),
    [A | B].

ring({Front, Behind}) -> Front ++ lists:reverse(Behind).

jumped(0, _, _, _, Sum) -> Sum;
jumped(Polynomial, Step, Words, S, Sum0) ->
    Sum = case Polynomial band 1 of
              1 -> lists:zipwith(fun(X, Y) -> X bxor Y end, Sum0, Words(S));
              0 -> Sum0
          end,
    jumped(Polynomial bsr 1, Step, Words, Step(S), Sum).

jump_ring(Polynomial, S) ->
    {jumped(Polynomial, fun exro928_next_state/1, fun ring/1, S, lists:duplicate(16, 0)), []}.

%% Polynomials of many words, the low one first.
polynomial(Bits, Words) -> lists:foldr(fun(Word, High) -> (High bsl Bits) bor Word end, 0, Words).

exs1024_polynomial() ->
    polynomial(64, [16#84242F96ECA9C41D, 16#A3C65B8776F96855, 16#5B34A39F070B5837,
                    16#4489AFFCE4F31A1E, 16#2FFEEB0A48316F40, 16#DC2D9891FE68C022,
                    16#3659132BB12FEA70, 16#AAC17D8EFA43CAB8, 16#C4CB815590989B13,
                    16#5EE975283D71C93B, 16#691548C86C1BD540, 16#7910C41D10A1E6A5,
                    16#B5FC64563B3E2A8, 16#47F7684E9FC949D, 16#B99181F2D8F685CA,
                    16#284600E3F30E38C3]).

exro928_jump_2pow512(S) ->
    jump_ring(polynomial(58, [16#85302F77130CA, 16#14E07F7F4524091, 16#1E1D7D6813D2BA0,
                              16#687ACEF8644287, 16#567FD9F0B83FE5, 16#3E6D27EA06C024,
                              16#241E015AC26D5D2, 16#2CD61377663B92F, 16#30A0657E19F00D4,
                              16#3C0BDDE15CF3C3, 16#345A3A8A3CEF3CC, 16#18A8CF308C8E0C6,
                              16#3B7C4CC049C536E, 16#31801F9DB3AF2C, 16#1A1504ACD83F24,
                              16#2C41DCF2F867D7F]),
              S).

exro928_jump_2pow20(S) ->
    jump_ring(polynomial(58, [16#1B966A3DAF905E6, 16#201E9589C33DE2F, 16#34A806C17E9E644,
                              16#19AFEB4F1DF6A43, 16#6D8E75664A4268, 16#2E2C246BDA670C,
                              16#531FB8EBC73C70, 16#137F702069EFC52, 16#B6DC4D3AF15F8A,
                              16#1A4189F0050263D, 16#6DF2EB1FEAF0FB, 16#37AC696A43CB9AC,
                              16#C5878C3549BD5B, 16#3CCF20BCF522920, 16#15FEFCC78FF45E,
                              16#32CF460728C2FAF]),
              S).

%% ---- The multiply-with-carry generator, whose state is the caller's ----

mwc59(S) -> 16#7FA6502 * ?LOW(32, S) + (?LOW(59, S) bsr 32).

mwc59_value32(S) ->
    V = ?LOW(32, S),
    V bxor (?LOW(24, V) bsl 8).

mwc59_value(S) -> twice_shifted(59, S).

mwc59_float(S) -> twice_shifted(53, S) * ?TWO_TO_MINUS_53.

twice_shifted(Bits, S) ->
    V = ?LOW(Bits, S),
    V1 = V bxor (?LOW(Bits - 4, V) bsl 4),
    V1 bxor (?LOW(Bits - 27, V1) bsl 27).

mwc59_seed() ->
    {A, B, C} = seed_of_now(),
    (hash58(A) bxor hash58(B) bxor hash58(C)) + 1.

mwc59_seed(Seed) when is_integer(Seed), Seed >= 0, Seed =< 16#3FFFFFFFFFFFFFF -> hash58(Seed) + 1.

hash58(X) ->
    X0 = ?LOW(58, X),
    X1 = ?LOW(58, (X0 bxor (X0 bsr 29)) * 16#351AFD7ED558CCD),
    X2 = ?LOW(58, (X1 bxor (X1 bsr 29)) * 16#CEB9FE1A85EC53),
    X2 bxor (X2 bsr 29).
