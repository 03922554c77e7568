% policy: trusted
% limit: memory=32M,time=60s
-module(memory_of_what_is_written_over).
-export([main/0]).

%% Atoms and literals are there for ever; what was made to send or to store them is not, and must not count.
main() ->
  Set = ets:new(set, []),
  Ordered = ets:new(ordered, [ordered_set]),
  io:format("~p~n", [times(1500000, fun() -> self() ! wake, receive wake -> ok end end)]),
  io:format("~p~n", [times(300000, fun() -> ets:insert(Set, {state, busy}), ets:insert(Set, {state, idle}) end)]),
  io:format("~p~n", [times(100000, fun() -> ets:insert(Ordered, {state, busy}), ets:insert(Ordered, {state, idle}) end)]),
  io:format("~p~n", [times(500000, fun() -> put(state, busy), erase(state) end)]).

times(0, _) -> done;
times(N, F) -> F(), times(N - 1, F).

%% expect: done
%% expect: done
%% expect: done
%% expect: done
