-module(apply_with_arguments_written_out).
-export([main/0, sum/2, none/0, self_module/0]).
main() ->
    M = list_to_atom("apply_with_arguments_written_out"),
    io:format("~p~n", [apply(M, sum, [1, 2])]),
    io:format("~p~n", [apply(M, list_to_atom("none"), [])]),
    io:format("~p~n", [apply(erlang, abs, [-3])]),
    io:format("~p~n", [erlang:apply(erlang, '+', [1, 2])]),
    io:format("~p~n", [apply(lists, reverse, [[1, 2, 3]])]),
    io:format("~p~n", [apply(M, sum, [note(a), note(b)])]),
    io:format("~p~n", [apply(note(M), note(sum), [note(3), 4])]),
    io:format("~p~n", [[catch_of(fun() -> apply(Mod, F, [1, 2]) end) || {Mod, F} <- [{M, nope}, {nope, f}, {M, "f"}, {1, f}]]]),
    io:format("~p~n", [[catch_of(fun() -> apply(Mod, F, Args) end) || {Mod, F, Args} <- [{M, nope, [1]}, {M, sum, [1]}, {M, sum, 1}, {1, f, []}]]]),
    io:format("~p~n", [[apply(M, sum, lists:seq(I, I + 1)) || I <- [1, 2, 3]]]),
    io:format("~p~n", [loop(100000, M, 0)]),
    io:format("~p~n", [apply(fun sum/2, [5, 6])]).
sum(A, B) when is_integer(A) -> A + B;
sum(A, B) -> {A, B}.
none() -> nothing.
self_module() -> ?MODULE.
note(X) -> io:format("~p ", [X]), X.
catch_of(F) -> try F() catch C:R -> {C, R} end.
loop(0, _, Sum) -> Sum;
loop(N, M, Sum) -> loop(N - 1, M, apply(M, sum, [Sum, 1])).
%% expect: 3
%% expect: nothing
%% expect: 3
%% expect: 3
%% expect: [3,2,1]
%% expect: a b {a,b}
%% expect: apply_with_arguments_written_out sum 3 7
%% expect: [{error,undef},{error,undef},{error,badarg},{error,badarg}]
%% expect: [{error,undef},{error,undef},{error,badarg},{error,badarg}]
%% expect: [3,5,7]
%% expect: 100000
%% expect: 11
