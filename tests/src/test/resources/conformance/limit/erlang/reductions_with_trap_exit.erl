-module(reductions_with_trap_exit).
-export([main/0]).
% limit: reductions=100000
main() ->
  process_flag(trap_exit, true),
  spawn_link(fun() -> loop() end),
  receive {'EXIT', _, Reason} -> io:format("~p~n", [Reason]) end.
loop() -> loop().
% expect kill: reductions
