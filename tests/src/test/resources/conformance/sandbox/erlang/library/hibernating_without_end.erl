% policy: untrusted
% limit: reductions=30M,time=30s
-module(hibernating_without_end).
-export([main/0, again/0]).

main() ->
  self() ! wake,
  erlang:hibernate(?MODULE, again, []).

again() ->
  receive wake -> ok end,
  self() ! wake,
  erlang:hibernate(?MODULE, again, []).

%% expect kill: reductions
