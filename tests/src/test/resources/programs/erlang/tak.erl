%% Takeuchi's function.
-module(tak).
-export([main/1]).

main([]) -> main(["14", "10", "4"]);
main(Arguments) ->
    [X, Y, Z] = [list_to_integer(A) || A <- Arguments],
    io:format("~p~n", [tak(X, Y, Z)]).

tak(X, Y, Z) when Y >= X -> Z;
tak(X, Y, Z) -> tak(tak(X - 1, Y, Z), tak(Y - 1, Z, X), tak(Z - 1, X, Y)).
