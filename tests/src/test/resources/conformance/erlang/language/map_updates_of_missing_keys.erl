-module(map_updates_of_missing_keys).
-export([main/0]).

%% Which of several missing keys is named: neighbours with literal keys go in the order of the keys.

main() ->
  M = #{1 => one, a => b},
  put(key, k),
  K = get(key),
  show(catch M#{1.0 := x, 2 := y}),
  show(catch M#{z := 1, y := 2, 7 := 3}),
  show(M#{1 := x, 1 => y, 1.0 => z, 1 := w}),
  show(catch M#{new => 1, new := 2, other := 3}),
  show(catch M#{q := 1, q => 2}),
  show(catch M#{K := 1, b := 2, a := 3}),
  show(catch M#{z := 1, K := 1, b := 2}),
  show(catch M#{b := throw(value)}).

show({'EXIT', {Reason, _}}) -> io:format("~p~n", [Reason]);
show(Term) -> io:format("~p~n", [Term]).
%% expect: {badkey,2}
%% expect: {badkey,7}
%% expect: #{1 => w,1.0 => z,a => b}
%% expect: {badkey,other}
%% expect: {badkey,q}
%% expect: {badkey,k}
%% expect: {badkey,z}
%% expect: value
