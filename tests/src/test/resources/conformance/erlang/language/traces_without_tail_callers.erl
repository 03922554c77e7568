-module(traces_without_tail_callers).
-export([main/0]).

%% A function that has called another in tail position is in no stack trace, and recursion by one
%% call has one entry.

main() ->
  Three = three(),
  show(fun() -> [first(Three)] end),
  show(fun() -> [bif(Three)] end),
  show(fun() -> [library(Three)] end),
  show(fun() -> [external(Three)] end),
  show(fun() -> [applied(Three)] end),
  show(fun() -> [closure(Three)] end),
  show(fun() -> [missing(Three)] end),
  show(fun() -> [wrong_arity(Three)] end),
  show(fun() -> [after_receive(Three)] end),
  show(fun() -> [in_receive(Three)] end),
  show(fun() -> [protected(Three)] end),
  show(fun() -> [deep(20)] end),
  show(fun() -> [sum([1, 2, Three, x])] end),
  show(fun() -> [clause(Three)] end),
  show(fun() -> [raised(Three)] end).

show(F) ->
  try
    F()
  catch
    Class:Reason:Trace when is_tuple(Reason) ->
      io:format("~p ~p ~p~n", [Class, element(1, Reason), own(Trace)]);
    Class:Reason:Trace ->
      io:format("~p ~p ~p~n", [Class, Reason, own(Trace)])
  end.

own(Trace) ->
  [{F, if is_list(A) -> length(A); true -> A end, proplists:get_value(line, Where)}
   || {?MODULE, F, A, Where} <- Trace, hd(atom_to_list(F)) =/= $-, F =/= show, F =/= main].

three() -> list_to_integer("3").

fail(3) -> error(three);
fail(N) -> N.

first(N) ->
  second(N).
second(N) ->
  Four = fail(N + 1),
  third(Four - 1).
third(N) ->
  fail(N).

bif(N) ->
  First = atom_to_list(N),
  [First].

library(N) ->
  lists:nth(N, []).

external(N) ->
  M = list_to_existing_atom("lists"),
  M:last(N).

applied(N) ->
  apply(fun fail/1, [N]).

closure(N) ->
  F = fun(X) -> fail(X) end,
  F(N).

missing(N) ->
  not_there:at_all(N).

wrong_arity(N) ->
  F = fun(X, Y) -> {X, Y} end,
  F(N).

after_receive(N) ->
  self() ! {here, N},
  X = receive {here, Y} -> fail(Y - 1) end,
  fail(X + 1).

in_receive(N) ->
  receive
    {never, X} -> X
  after 0 ->
    fail(N)
  end.

protected(N) ->
  try
    fail(N)
  catch
    throw:_ -> ok
  end.

deep(0) -> fail(three());
deep(N) ->
  {deep(N - 1)}.

sum([H | T]) ->
  H + sum(T);
sum([]) -> 0.

clause(N) ->
  none(N).

none(a) -> b.

raised(N) ->
  erlang:raise(error, raised, [{?MODULE, any, N, [{line, 1}]} || _ <- lists:seq(1, 20)]).
%% expect: error three [{fail,1,41}]
%% expect: error badarg [{bif,1,53}]
%% expect: error function_clause []
%% expect: error function_clause []
%% expect: error three [{fail,1,41}]
%% expect: error three [{fail,1,41}]
%% expect: error undef []
%% expect: error badarity [{wrong_arity,1,75}]
%% expect: error three [{fail,1,41}]
%% expect: error three [{fail,1,41}]
%% expect: error three [{fail,1,41},{protected,1,91}]
%% expect: error three [{fail,1,41},{deep,1,98}]
%% expect: error badarith [{sum,1,101},{sum,1,101}]
%% expect: error function_clause [{none,1,107}]
%% expect: error raised [{any,3,1},
%% expect:               {any,3,1},
%% expect:               {any,3,1},
%% expect:               {any,3,1},
%% expect:               {any,3,1},
%% expect:               {any,3,1},
%% expect:               {any,3,1},
%% expect:               {any,3,1}]
