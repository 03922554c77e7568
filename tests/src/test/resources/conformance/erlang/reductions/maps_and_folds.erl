-module(maps_and_folds).
-export([main/0]).
% reductions: 10717
main() ->
  M = lists:foldl(fun(I, A) -> A#{I rem 100 => I} end, #{}, lists:seq(1, 5000)),
  io:format("~p~n", [maps:fold(fun(_, V, S) -> S + V end, 0, M)]).
%% expect: 495050
