-module(reductions_with_monitor).
-export([main/0]).
% limit: reductions=100000
main() ->
  {_, Ref} = spawn_monitor(fun() -> loop() end),
  receive {'DOWN', Ref, process, _, Reason} -> io:format("~p~n", [Reason]) end.
loop() -> loop().
% expect kill: reductions
