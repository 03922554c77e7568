-module(tail_calls).
-export([main/0]).
% reductions: 100003
main() -> io:format("~p~n", [loop(100000, 0)]).
loop(0, A) -> A;
loop(N, A) -> loop(N - 1, A + N).
%% expect: 5000050000
