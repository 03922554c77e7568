-module(file_attribute_in_traces).
-export([main/0]).

main() ->
    where(fun() -> here(0) end),
    where(fun() -> there(0) end),
    where(fun() -> F = fun_there(), F(0) end),
    where(fun() -> back(0) end),
    io:format("~p~n", [lines()]).

where(F) ->
    try F()
    catch error:Reason:Trace ->
        io:format("~p ~p~n", [Reason, [{Fun, proplists:get_value(file, L), proplists:get_value(line, L)}
                                       || {?MODULE, Fun, _, L} <- Trace, Fun =/= main,
                                          Fun =/= where, Fun =/= '-main/0-fun-3-',
                                          hd(atom_to_list(Fun)) =/= $-]])
    end.

here(X) -> 1 / X + 1.

-file("grammar.yrl", 100).
there(X) ->
    1 / X + 1.
fun_there() ->
    fun(X) -> inner(X) + 1 end.
inner(X) ->
    1 / X + 2.

lines() -> {?LINE, ?FILE}.

-file("file_attribute_in_traces.erl", 200).
back(X) ->
    1 / X + 1.
%% expect: badarith [{here,"file_attribute_in_traces.erl",20}]
%% expect: badarith [{there,"grammar.yrl",102}]
%% expect: badarith [{inner,"grammar.yrl",106}]
%% expect: badarith [{back,"file_attribute_in_traces.erl",202}]
%% expect: {108,"grammar.yrl"}
