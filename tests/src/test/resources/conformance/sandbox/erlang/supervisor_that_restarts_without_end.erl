% policy: untrusted
-module(supervisor_that_restarts_without_end).
-export([main/0, init/1, start/0]).
% limit: reductions=5M
main() ->
  {ok, _} = supervisor:start_link(?MODULE, []),
  receive never -> ok end.
init([]) ->
  {ok, {#{strategy => one_for_one, intensity => 1000000000, period => 1},
        [#{id => w, start => {?MODULE, start, []}}]}}.
start() -> {ok, spawn_link(fun() -> ok end)}.
% expect kill: reductions|output
