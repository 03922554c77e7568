%% Ackermann's function, and Takeuchi's: deep recursion on small integers.
-module(ackermann).
-export([main/1]).

main([]) -> main(["2", "40"]);
main([M, N]) ->
    io:format("~p~n", [ack(list_to_integer(M), list_to_integer(N))]),
    io:format("~p~n", [tak(12, 8, 4)]).

ack(0, N) -> N + 1;
ack(M, 0) -> ack(M - 1, 1);
ack(M, N) -> ack(M - 1, ack(M, N - 1)).

tak(X, Y, Z) when Y >= X -> Z;
tak(X, Y, Z) -> tak(tak(X - 1, Y, Z), tak(Y - 1, Z, X), tak(Z - 1, X, Y)).
