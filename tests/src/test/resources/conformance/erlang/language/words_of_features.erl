%% With the feature disabled maybe is an atom like any other.
-module(words_of_features).
-feature(maybe_expr, disable).
-export([main/0]).

main() ->
    io:format("~p ~p~n", [?FEATURE_ENABLED(maybe_expr), ?FEATURE_AVAILABLE(maybe_expr)]),
    io:format("~p ~p~n", [?FEATURE_ENABLED(no_such), ?FEATURE_AVAILABLE(no_such)]),
    io:format("~p~n", [[maybe, else, {maybe, 1}, maybe(2)]]),
    switched().

maybe(X) -> {maybe, X}.

-if(?FEATURE_ENABLED(maybe_expr)).
switched() -> io:format("on~n").
-else.
switched() -> io:format("off~n").
-endif.
%% expect: false true
%% expect: false false
%% expect: [maybe,else,{maybe,1},{maybe,2}]
%% expect: off
