-module(comprehensions).
-export([main/0]).
% reductions: 12303
main() -> io:format("~p~n", [length([{X, Y} || X <- lists:seq(1, 100), Y <- lists:seq(1, 100), X < Y])]).
%% expect: 4950
