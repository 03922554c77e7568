-module(reductions_under_a_supervisor).
-behaviour(supervisor).
-export([main/0, init/1, start/0]).
% limit: reductions=1M
main() ->
  {ok, _} = supervisor:start_link(?MODULE, []),
  receive never -> ok end.
init([]) ->
  {ok, {#{strategy => one_for_one, intensity => 1000000, period => 1},
        [#{id => worker, start => {?MODULE, start, []}}]}}.
start() -> {ok, spawn_link(fun() -> exit(again) end)}.
% expect kill: reductions
