-module(calls).
-export([main/0]).
% reductions: 21893
main() -> io:format("~p~n", [fib(20)]).
fib(N) when N < 2 -> N;
fib(N) -> fib(N - 1) + fib(N - 2).
%% expect: 6765
