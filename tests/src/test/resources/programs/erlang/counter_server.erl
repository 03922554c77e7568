%% A server process that counts: spawn, !, receive, a reply with a reference, a time-out, a stop.
-module(counter_server).
-export([main/1, start/0]).

main([]) -> main(["2000"]);
main([Text]) ->
    Counter = start(),
    io:format("~p~n", [call(Counter, read)]),
    [Counter ! {add, N} || N <- lists:seq(1, list_to_integer(Text))],
    io:format("~p~n", [call(Counter, read)]),
    io:format("~p~n", [call(Counter, {swap, 7})]),
    io:format("~p~n", [call(Counter, read)]),
    Counter ! nonsense,
    io:format("~p~n", [call(Counter, unread)]),
    Monitor = monitor(process, Counter),
    Counter ! stop,
    receive {'DOWN', Monitor, process, Counter, Reason} -> io:format("down: ~p~n", [Reason]) end,
    io:format("~p~n", [is_process_alive(Counter)]),
    io:format("~p~n", [call(Counter, read)]).

start() -> spawn(fun() -> loop(0, 0) end).

loop(Count, Unread) ->
    receive
        {add, N} -> loop(Count + N, Unread);
        {From, Tag, read} -> From ! {Tag, Count}, loop(Count, Unread);
        {From, Tag, {swap, New}} -> From ! {Tag, {was, Count}}, loop(New, Unread);
        {From, Tag, unread} -> From ! {Tag, Unread}, loop(Count, Unread);
        stop -> ok;
        _ -> loop(Count, Unread + 1)
    end.

call(Server, Request) ->
    Tag = make_ref(),
    Server ! {self(), Tag, Request},
    receive {Tag, Reply} -> Reply
    after 100 -> timeout
    end.
