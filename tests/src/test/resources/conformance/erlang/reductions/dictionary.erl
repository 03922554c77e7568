-module(dictionary).
-export([main/0]).
% reductions: 2332
main() ->
  [put(I, I) || I <- lists:seq(1, 500)],
  io:format("~p~n", [lists:sum([get(I) || I <- lists:seq(1, 500)])]).
%% expect: 125250
