-module(body_recursion).
-export([main/0]).
% reductions: 6001
main() -> io:format("~p~n", [length(copy(lists:seq(1, 5000)))]).
copy([]) -> [];
copy([X | R]) -> [X | copy(R)].
%% expect: 5000
