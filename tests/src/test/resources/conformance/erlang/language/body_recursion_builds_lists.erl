-module(body_recursion_builds_lists).
-export([main/0]).
main() ->
    io:format("~p~n", [map(fun(X) -> X * X end, [1, 2, 3])]),
    io:format("~p ~p~n", [map(fun(X) -> X end, []), map(fun(X) -> X end, [one])]),
    io:format("~p~n", [filter(fun(X) -> X rem 3 =:= 0 end, lists:seq(1, 20))]),
    io:format("~p~n", [pairs([1, 2, 3, 4, 5])]),
    io:format("~p~n", [until(3)]),
    io:format("~p~n", [improper([a, b])]),
    io:format("~p~n", [elsewhere([1, 2, stop, 3, 4, stop, 5])]),
    %% Heads are evaluated from left to right, and each before the rest of its list.
    io:format("~p~n", [map(fun(X) -> io:format("~p ", [X]), X + 1 end, [1, 2, 3])]),
    io:format("~p~n", [order([1, 2])]),
    %% What was made before an exception is gone; what is made twice is two lists.
    Made = fun() -> map(fun(3) -> throw(three); (X) -> X end, [1, 2, 3, 4]) end,
    io:format("~p ~p~n", [catch Made(), catch Made()]),
    trace(fun() -> map(fun(X) -> X end, [1 | improper]) end),
    io:format("~p~n", [protected([1, 0, 2])]),
    io:format("~p~n", [length(map(fun(X) -> -X end, lists:seq(1, 500000)))]),
    Step = 10,
    F = fun Up(N) when N > 30 -> []; Up(N) -> [N | Up(N + Step)] end,
    io:format("~p~n", [F(5)]),
    self() ! {1, a},
    self() ! {2, b},
    self() ! stop,
    io:format("~p~n", [received()]),
    io:format("~p~n", [interleave([1, 3, 5], [2, 4])]),
    %% Each call that waits for the rest of its list is in the trace, from its own line.
    trace(fun() -> map(fun(X) -> 1 div X end, [1, 2, 0]) end),
    trace(fun() -> by_size([1, 100, 2, 200, 3, 300, x]) end),
    trace(fun() -> by_size([x]) end),
    trace(fun() -> by_size([1, x]) end),
    trace(fun() -> map(fun(L) -> by_size(L), ok end, [[], [1], [1, 2, 300, x]]) end),
    trace(fun() -> by_size(lists:seq(1, 20) ++ [x]) end).
trace(Fun) ->
    try Fun() catch error:Reason:Trace ->
        io:format("~p~n", [Reason]),
        [io:format("  ~p ~p ~p~n", [F, if is_list(A) -> length(A); true -> A end, L])
            || {_, F, A, [_, {line, L}]} <- Trace, F =:= map orelse F =:= by_size]
    end.
by_size([]) -> [];
by_size([H | T]) when H < 100 ->
    [{small, H}
        | by_size(T)];
by_size([H | T]) when is_integer(H) -> [{large, H} | by_size(T)].
map(_, []) -> [];
map(F, [H | T]) -> [F(H) | map(F, T)].
filter(_, []) -> [];
filter(F, [H | T]) ->
    case F(H) of
        true -> [H | filter(F, T)];
        false -> filter(F, T)
    end.
pairs([A, B | T]) -> [{A, B}, next | pairs(T)];
pairs(Rest) -> Rest.
until(0) -> lists:duplicate(2, done);
until(N) -> [N | until(N - 1)].
improper([]) -> tail;
improper([H | T]) -> [H | improper(T)].
elsewhere([stop | T]) -> skipping(T);
elsewhere([H | T]) -> [H | elsewhere(T)];
elsewhere([]) -> [].
skipping([]) -> [];
skipping(L) -> [skipped | elsewhere(tl(L))].
order([]) -> io:format("end "), [];
order([H | T]) -> [note(H), note(-H) | order(note_list(T))].
note(X) -> io:format("~p ", [X]), X.
note_list(L) -> io:format("~p ", [L]), L.
protected([]) -> [];
protected([H | T]) ->
    try 10 div H of
        X -> [X | protected(T)]
    catch
        error:badarith -> [none | protected(T)]
    end.
received() ->
    receive
        {_, X} -> [X | received()];
        stop -> []
    end.
interleave([], L) -> L;
interleave([H | T], L) -> [H | interleave(L, T)].
%% expect: [1,4,9]
%% expect: [] [one]
%% expect: [3,6,9,12,15,18]
%% expect: [{1,2},next,{3,4},next,5]
%% expect: [3,2,1,done,done]
%% expect: [a,b|tail]
%% expect: [1,2,skipped,4,skipped]
%% expect: 1 2 3 [2,3,4]
%% expect: 1 -1 [2] 2 -2 [] end [1,-1,2,-2]
%% expect: three three
%% expect: function_clause
%% expect:   map 2 46
%% expect:   map 2 47
%% expect: [10,none,5]
%% expect: 500000
%% expect: [5,15,25]
%% expect: [a,b]
%% expect: [1,2,3,4,5]
%% expect: badarith
%% expect:   map 2 47
%% expect:   map 2 47
%% expect: function_clause
%% expect:   by_size 1 41
%% expect:   by_size 1 45
%% expect:   by_size 1 44
%% expect:   by_size 1 45
%% expect:   by_size 1 44
%% expect:   by_size 1 45
%% expect:   by_size 1 44
%% expect: function_clause
%% expect:   by_size 1 41
%% expect: function_clause
%% expect:   by_size 1 41
%% expect:   by_size 1 44
%% expect: function_clause
%% expect:   by_size 1 41
%% expect:   by_size 1 45
%% expect:   by_size 1 44
%% expect:   map 2 47
%% expect:   map 2 47
%% expect: function_clause
%% expect:   by_size 1 41
%% expect:   by_size 1 44
