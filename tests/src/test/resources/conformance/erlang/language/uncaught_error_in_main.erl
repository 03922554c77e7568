-module(uncaught_error_in_main).
-export([main/0]).
main() ->
    io:format("before~n"),
    error({failed, [1, 2]}).
%% expect: before
%% expect error: {failed,[1,2]}
