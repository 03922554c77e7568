% policy: untrusted
% limit: reductions=30M,time=30s
% A term of many levels is compared, hashed, encoded, sent, stored and used as a key.
-module(deep_terms_everywhere).
-export([main/0]).

deep() -> lists:foldl(fun(_, A) -> {A} end, x, lists:seq(1, 100000)).

main() ->
  A = deep(),
  io:format("~p~n", [[A =:= deep(), A < {A}, erlang:phash2(A) =:= erlang:phash2(deep()),
                      binary_to_term(term_to_binary(A)) =:= A, lists:member(deep(), [x, A]),
                      maps:get(deep(), #{A => true}), lists:keymember(deep(), 1, [{A}]), lists:usort([A, deep()]) =:= [A]]]),
  self() ! A,
  io:format("~p~n", [receive B -> B =:= A end]),
  T = ets:new(t, []),
  ets:insert(T, {A, A}),
  io:format("~p~n", [ets:lookup_element(T, deep(), 2) =:= A]),
  put(A, found),
  io:format("~p~n", [get(deep())]),
  {P, M} = spawn_monitor(fun() -> exit(A) end),
  io:format("~p~n", [receive {'DOWN', M, process, P, Reason} -> Reason =:= A end]),
  io:format("~p~n", [try error(A) catch error:E -> E =:= A end]).

%% expect: [true,true,true,true,true,true,true,true]
%% expect: true
%% expect: true
%% expect: found
%% expect: true
%% expect: true
