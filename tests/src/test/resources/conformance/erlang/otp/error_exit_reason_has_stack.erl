-module(error_exit_reason_has_stack).
-export([main/0]).
main() ->
    process_flag(trap_exit, true),
    P = spawn_link(fun() -> crash(0) end),
    receive {'EXIT', P, {badarith, Stack}} -> io:format("~p~n", [lists:keymember(crash, 2, Stack)]) end,
    Q = spawn_link(fun() -> throw(ball) end),
    receive {'EXIT', Q, {{nocatch, ball}, S2}} -> io:format("~p~n", [is_list(S2)]) end,
    R = spawn_link(fun() -> error(why) end),
    receive {'EXIT', R, {Why, _}} -> io:format("~p~n", [Why]) end,
    S = spawn_link(nomodule, nofunction, [1]),
    receive {'EXIT', S, {undef, [{M, F, A, _} | _]}} -> io:format("~p~n", [{M, F, A}]) end.
crash(X) -> 1 / X.
%% expect: true
%% expect: true
%% expect: why
%% expect: {nomodule,nofunction,[1]}
