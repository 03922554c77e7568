-module(text).
-export([main/0]).
% reductions: 3268
main() ->
  S = lists:flatten([io_lib:format("~w,~s;", [I, "x"]) || I <- lists:seq(1, 200)]),
  io:format("~p~n", [length(string:tokens(S, ";"))]).
%% expect: 200
