%% Funs: closures, composition, folds, currying, named funs, external funs; and one called in a loop.
-module(closures).
-export([main/1, double/1]).

main([]) -> main(["10000"]);
main([Text]) ->
    Add = fun(N) -> fun(X) -> X + N end end,
    Compose = fun(F, G) -> fun(X) -> F(G(X)) end end,
    io:format("~p~n", [(Compose(Add(1), fun ?MODULE:double/1))(5)]),
    io:format("~p~n", [lists:map(fun double/1, [1, 2, 3])]),
    io:format("~p~n", [lists:foldl(Compose, fun(X) -> X end, [Add(1), fun double/1, Add(10)]) =/= none]),
    Factorial = fun Self(0) -> 1; Self(N) -> N * Self(N - 1) end,
    io:format("~p~n", [Factorial(25)]),
    io:format("~p~n", [[F(3) || F <- [fun double/1, Add(4), fun erlang:abs/1, fun(X) -> X * X end]]]),
    io:format("~p ~p~n", [erlang:fun_info(fun lists:map/2, arity), fun lists:map/2]),
    io:format("~p~n", [apply(fun lists:append/2, [[1], [2]])]),
    io:format("~p~n", [is_function(Add, 1) andalso not is_function(Add, 2)]),
    Scale = 3,
    io:format("~p~n", [loop(list_to_integer(Text), fun(X) -> X * Scale rem 1009 end, 1)]).

double(X) -> X * 2.

loop(0, _, Acc) -> Acc;
loop(N, F, Acc) -> loop(N - 1, F, F(Acc + N)).
