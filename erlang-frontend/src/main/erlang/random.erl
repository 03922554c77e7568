%% The old random numbers, of Wichmann and Hill (AS 183): OTP's stdlib manual, module random. Programs seed it for a sequence
%% they know; for anything else there is rand.
-module(random).

-export([seed/0, seed/1, seed/3, seed0/0, uniform/0, uniform/1, uniform_s/1, uniform_s/2]).

-define(P1, 30269).
-define(P2, 30307).
-define(P3, 30323).

seed0() -> {3172, 9814, 20125}.

seed() -> previous(seed0()).

seed({A, B, C}) -> seed(A, B, C).

seed(A, B, C) -> previous({abs(A) rem (?P1 - 1) + 1, abs(B) rem (?P2 - 1) + 1, abs(C) rem (?P3 - 1) + 1}).

previous(New) ->
    case put(random_seed, New) of
        undefined -> seed0();
        {_, _, _} = Old -> Old
    end.

uniform() ->
    {Value, Next} = uniform_s(current()),
    put(random_seed, Next),
    Value.

uniform(N) when is_integer(N), N >= 1 -> trunc(uniform() * N) + 1.

current() ->
    case get(random_seed) of
        undefined -> seed0();
        Seed -> Seed
    end.

uniform_s({A, B, C}) ->
    A1 = A * 171 rem ?P1,
    B1 = B * 172 rem ?P2,
    C1 = C * 170 rem ?P3,
    Sum = A1 / ?P1 + B1 / ?P2 + C1 / ?P3,
    {Sum - trunc(Sum), {A1, B1, C1}}.

uniform_s(N, Seed) when is_integer(N), N >= 1 ->
    {Value, Next} = uniform_s(Seed),
    {trunc(Value * N) + 1, Next}.
