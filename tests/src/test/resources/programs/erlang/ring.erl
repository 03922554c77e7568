%% A token goes round a ring of processes.
-module(ring).
-export([main/1]).

main([]) -> main(["100", "20000"]);
main([Size, Hops]) ->
    First = self(),
    Last = lists:foldl(fun(_, Next) -> spawn(fun() -> relay(Next) end) end,
                       First, lists:seq(2, list_to_integer(Size))),
    Last ! list_to_integer(Hops),
    io:format("~p~n", [relay_first(Last, 1)]).

relay(Next) ->
    receive
        0 -> Next ! done;
        done -> Next ! done;
        N -> Next ! N - 1, relay(Next)
    end.

relay_first(Next, Rounds) ->
    receive
        done -> finished;
        0 -> Next ! done, relay_first(Next, Rounds);
        N -> Next ! N - 1, relay_first(Next, Rounds + 1)
    end.
