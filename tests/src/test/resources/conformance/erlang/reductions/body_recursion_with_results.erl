-module(body_recursion_with_results).
-export([main/0]).
% reductions: 5502
main() -> io:format("~p~n", [sum(lists:seq(1, 5000))]).
sum([]) -> 0;
sum([X | R]) -> X + sum(R).
%% expect: 12502500
