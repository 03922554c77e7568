-module(stack_traces).
-export([main/0, outer/1]).
main() ->
    try outer(0) catch error:badarith:Stack ->
        [io:format("~p ~p ~p~n", [F, arity(A), proplists:get_value(line, L)]) || {M, F, A, L} <- Stack, M =:= ?MODULE, F =/= main]
    end,
    try missing:function(1, 2) catch error:undef:S2 -> [{M2, F2, A2, _} | _] = S2, io:format("~p~n", [{M2, F2, A2}]) end,
    try clause(7) catch error:function_clause:S3 -> [{_, F3, A3, _} | _] = S3, io:format("~p~n", [{F3, A3}]) end,
    try erlang:raise(error, mine, [{m, f, 1, []}]) catch error:mine:S4 -> io:format("~p~n", [S4]) end,
    try error(with_arguments, [a, b]) catch error:with_arguments:S5 -> [{_, F5, A5, _} | _] = S5, io:format("~p~n", [{F5, A5}]) end.
outer(X) -> 1 + middle(X).
middle(X) -> 1 + inner(X).
inner(X) ->
    10 div X.
clause(1) -> ok.
arity(A) when is_list(A) -> length(A);
arity(A) -> A.
%% expect: inner 1 14
%% expect: middle 1 12
%% expect: outer 1 11
%% expect: {missing,function,[1,2]}
%% expect: {clause,[7]}
%% expect: [{m,f,1,[]}]
%% expect: {main,[a,b]}
