-module(tables).
-export([main/0]).
% reductions: 2778
main() ->
  T = ets:new(t, [ordered_set]),
  [ets:insert(T, {I, I * I}) || I <- lists:seq(1, 500)],
  io:format("~p~n", [length(ets:match(T, {'$1', '_'}))]).
%% expect: 500
