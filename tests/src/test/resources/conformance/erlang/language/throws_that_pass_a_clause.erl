-module(throws_that_pass_a_clause).
-export([main/0]).

%% A throw that a try with clauses for throws lets pass keeps the trace of where it came from.

main() ->
  show(fun() -> {first(1)} end),
  show(fun() -> {second(1)} end),
  show(fun() -> {third(1)} end).

show(F) ->
  try F() catch
    throw:Value:Trace ->
      io:format("~p ~p~n", [Value, [{N, proplists:get_value(line, W)} || {?MODULE, N, _, W} <- Trace, N =/= main, hd(atom_to_list(N)) =/= $-]])
  end.

first(X) ->
  try thrower(X) catch throw:{other, _} -> ok end.

second(X) ->
  try thrower(X) catch throw:{a, N} when N > 1 -> ok; error:_ -> no end.

third(X) ->
  try
    first(X)
  catch
    throw:[_ | _] -> ok
  after
    ok
  end.

thrower(X) ->
  {one(X), throw({a, X})}.

one(X) -> X.
%% expect: {a,1} [{thrower,33},{first,18},{show,12}]
%% expect: {a,1} [{thrower,33},{second,21},{show,12}]
%% expect: {a,1} [{thrower,33},{first,18},{third,25},{show,12}]
