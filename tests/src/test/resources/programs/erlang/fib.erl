%% The doubly recursive Fibonacci function: calls and integer arithmetic, nothing else.
-module(fib).
-export([main/1]).

main([]) -> main(["18"]);
main([N]) -> io:format("~p~n", [fib(list_to_integer(N))]).

fib(N) when N < 2 -> N;
fib(N) -> fib(N - 1) + fib(N - 2).
