-module(memory_held_by_another_process).
-export([main/0]).
% limit: memory=16M,time=20s
main() ->
  process_flag(trap_exit, true),
  spawn_link(fun() -> grow([]) end),
  receive {'EXIT', _, Reason} -> io:format("~p~n", [Reason]) end.
grow(L) -> grow([L | L]).
% expect kill: memory
