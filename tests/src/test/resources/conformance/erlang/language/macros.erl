-module(macros).
-export([main/0]).
-define(PI, 3.14).
-define(SQUARE(X), ((X) * (X))).
-define(SHOW(X), io:format("~s = ~p~n", [??X, X])).
-define(TWO(A, B), {A, B}).
-define(TWO(A), {A}).
-define(EMPTY, ).
-ifdef(PI).
-define(HAS_PI, yes).
-else.
-define(HAS_PI, no).
-endif.
-ifndef(UNDEFINED_THING).
-define(OTHER, not_defined).
-endif.
-undef(PI).
-ifdef(PI).
-define(STILL, yes).
-else.
-define(STILL, no).
-endif.
main() ->
    io:format("~p~n", [?SQUARE(1 + 2)]),
    ?SHOW(1 + 2 * 3),
    io:format("~p ~p ~p ~p~n", [?TWO(1, 2), ?TWO(3), ?HAS_PI, ?STILL]),
    io:format("~p ~p ~p ~p~n", [?MODULE, ?MODULE_STRING, ?OTHER, ?LINE]),
    io:format("~p ~p~n", [?FUNCTION_NAME, ?FUNCTION_ARITY]),
    ?EMPTY io:format("~s~n", [lists:last(string:lexemes(?FILE, "/"))]).
%% expect: 9
%% expect: 1 + 2 * 3 = 7
%% expect: {1,2} {3} yes no
%% expect: macros "macros" not_defined 27
%% expect: main 0
%% expect: macros.erl
