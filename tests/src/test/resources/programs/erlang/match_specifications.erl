-module(match_specifications).
-export([main/0]).
-include_lib("stdlib/include/ms_transform.hrl").
-record(p, {name, age = 3}).
main() ->
  Min = 5,
  io:format("~p~n", [ets:fun2ms(fun({A, B, _} = C) when A > Min, is_atom(B); A =:= 0 -> {A, C, [B | x]} end)]),
  io:format("~p~n", [ets:fun2ms(fun(#p{name = N, age = G} = P) when G + 1 >= 4 -> P#p.name; (X) -> {X, object(), 'x', "s"} end)]),
  io:format("~p~n", [ets:fun2ms(fun({A, A}) -> #p{name = A} end)]),
  T = ets:new(t, []), ets:insert(T, [{1, a}, {7, b}, {9, c}]),
  io:format("~p~n", [lists:sort(ets:select(T, ets:fun2ms(fun({K, V}) when K > Min -> {V, K * 2} end)))]).
