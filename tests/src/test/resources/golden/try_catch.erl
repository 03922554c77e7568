-module(try_catch).
-export([safe/1]).

safe(F) ->
    try F() of
        X when X > 0 -> {ok, X}
    catch
        throw:Reason -> Reason;
        error:badarith:Stack -> {badarith, Stack}
    after
        io:format("done~n")
    end.
