% policy: untrusted
% limit: reductions=30M,time=30s
-module(chain_of_links_cut).
-export([main/0]).

%% Nine hundred processes linked in a row end with the first.
main() ->
  Self = self(),
  P = spawn(fun() -> chain(Self, 900) end),
  receive built -> ok end,
  M = monitor(process, P),
  exit(P, cut),
  receive {'DOWN', M, _, _, Reason} -> io:format("~p~n", [Reason]) end,
  io:format("~p~n", [gone(100)]).

chain(Self, 0) -> Self ! built, receive stop -> ok end;
chain(Self, N) -> spawn_link(fun() -> chain(Self, N - 1) end), receive stop -> ok end.

gone(0) -> length(processes());
gone(N) ->
  case length(processes()) of
    Few when Few < 10 -> all;
    _ -> timer:sleep(20), gone(N - 1)
  end.

%% expect: cut
%% expect: all
