%% try, of, catch, after; classes and reasons; the old catch; nesting and rethrowing.
-module(exceptions).
-export([main/1]).

main([]) -> main(["1000"]);
main([Text]) ->
    Actions = [
        fun() -> 1 + 1 end,
        fun() -> throw(ball) end,
        fun() -> exit(stage) end,
        fun() -> error(cause) end,
        fun() -> hd([]) end,
        fun() -> 1 div zero() end,
        fun() -> {a, _} = {b, zero()} end,
        fun() -> case zero() of 1 -> one end end,
        fun() -> if 1 =:= 2 -> never end end,
        fun() -> (fun(x) -> y end)(zero()) end,
        fun() -> (zero())(1) end,
        fun() -> (fun() -> ok end)(extra) end,
        fun() -> no_such_module:f() end,
        fun() -> atom_to_list("not an atom") end,
        fun() -> element(3, {1, 2}) end,
        fun() -> list_to_integer("12x") end,
        fun() -> maps:get(k, #{}) end,
        fun() -> #{a := 1} = #{a => 2} end,
        fun() -> try throw(unmatched) of _ -> ok catch throw:other -> never end end,
        fun() -> try ok of error -> never catch _:_ -> never end end
    ],
    lists:foreach(fun(Action) -> io:format("~p~n", [classify(Action)]) end, Actions),
    io:format("~p~n", [catch throw(caught)]),
    io:format("~p~n", [catch exit(caught)]),
    {'EXIT', {Why, Stack}} = (catch error(caught)),
    io:format("~p ~p~n", [Why, is_list(Stack)]),
    io:format("~p~n", [nested()]),
    io:format("~p~n", [order()]),
    io:format("~p~n", [loop(list_to_integer(Text), 0)]).

zero() -> list_to_integer("0").

classify(Action) ->
    try Action() of
        Value -> {value, Value}
    catch
        throw:T -> {throw, T};
        exit:E -> {exit, E};
        error:{badfun, _} -> {error, badfun};
        error:{badarity, {F, Arguments}} when is_function(F) -> {error, {badarity, Arguments}};
        error:R -> {error, R}
    end.

nested() ->
    try
        try throw(inner)
        catch throw:inner -> error(outer)
        after put(cleaned, yes)
        end
    catch error:outer -> {outer, get(cleaned)}
    end.

order() ->
    put(log, []),
    Note = fun(X) -> put(log, [X | get(log)]), X end,
    try Note(body) of body -> Note('of')
    catch _:_ -> Note('catch')
    after Note('after')
    end,
    lists:reverse(get(log)).

loop(0, Caught) -> Caught;
loop(N, Caught) ->
    Step = try risky(N) catch throw:{bad, _} -> 1; error:badarith -> 10 end,
    loop(N - 1, Caught + Step).

risky(N) when N rem 3 =:= 0 -> throw({bad, N});
risky(N) when N rem 7 =:= 0 -> N / (N rem 7);
risky(_) -> 0.
