-module(recursion_in_stack_traces).
-export([main/0]).
%% Of recursion by one and the same call a trace shows one frame.
main() ->
    trace(fun() -> sum([1, 2, 3, 4, x]) end),
    trace(fun() -> guarded([1, 2, 3, x]) end),
    trace(fun() -> by_parity([1, 2, 3, 4, 5, x]) end),
    trace(fun() -> by_parity([1, 1, 1, 2, 2, 2, 3, 3, 3, x]) end),
    trace(fun() -> called([1, 2, 0]) end),
    trace(fun() -> called([0]) end),
    trace(fun() -> ping(6) end).
trace(Fun) ->
    try Fun() catch error:Reason:Trace ->
        io:format("~p~n", [Reason]),
        [io:format("  ~p ~p~n", [F, L])
            || {?MODULE, F, _, [_, {line, L}]} <- Trace,
               lists:member(F, [sum, guarded, by_parity, called, inverse, ping, pong])]
    end.
sum([]) -> 0;
sum([H | T]) -> H + sum(T).
guarded([]) -> 0;
guarded([H | T]) when is_integer(H) -> H + guarded(T).
by_parity([]) -> 0;
by_parity([H | T]) when H rem 2 =:= 0 ->
    H + by_parity(T);
by_parity([H | T]) when is_integer(H) ->
    H + by_parity(T).
called([]) -> 0;
called([H | T]) -> inverse(H) + called(T).
inverse(X) -> 1 div X.
ping(0) -> 1 div zero();
ping(N) -> 1 + pong(N - 1).
pong(N) -> 1 + ping(N - 1).
zero() -> 0.
%% expect: badarith
%% expect:   sum 20
%% expect:   sum 20
%% expect: function_clause
%% expect:   guarded 21
%% expect:   guarded 22
%% expect: function_clause
%% expect:   by_parity 23
%% expect:   by_parity 27
%% expect:   by_parity 25
%% expect:   by_parity 27
%% expect:   by_parity 25
%% expect:   by_parity 27
%% expect: function_clause
%% expect:   by_parity 23
%% expect:   by_parity 27
%% expect:   by_parity 25
%% expect:   by_parity 27
%% expect: badarith
%% expect:   inverse 30
%% expect:   called 29
%% expect:   called 29
%% expect: badarith
%% expect:   inverse 30
%% expect:   called 29
%% expect: badarith
%% expect:   ping 31
%% expect:   pong 33
%% expect:   ping 32
%% expect:   pong 33
%% expect:   ping 32
%% expect:   pong 33
%% expect:   ping 32
