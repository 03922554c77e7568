-module(format_strings).
-compile({warn_format, 2}).
-export([f/2]).

f(X, Y) ->
    io:format("~p ~s~n", [X]),
    io:format("~p", [X, Y]),
    io:format("nothing", [X]),
    io:format("~p ~p"),
    io:format("~p ~p", []),
    io:format("~*.*.0f ~10.2.~e ~W ~P", [1, 2, X, Y, X, 1, Y, 2]),
    io:format("~z", [X]),
    io:format("~tz ~", [X]),
    io:format("~", []),
    io:format(X, [Y]),
    io:format("~p", X),
    io:format("~p", abc),
    io:format("~c~c", "ab"),
    io:format(X, "~lp ~tlp ~ltp", [1, 2]),
    io_lib:fwrite("~ts ~w", [X | Y]),
    io:format(1, 2, 3, 4).
