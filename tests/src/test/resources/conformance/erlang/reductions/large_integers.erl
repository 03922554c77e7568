-module(large_integers).
-export([main/0]).
% reductions: 980
main() -> io:format("~p~n", [length(integer_to_list(fact(300)))]).
fact(0) -> 1;
fact(N) -> N * fact(N - 1).
%% expect: 615
