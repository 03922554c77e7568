%% Two processes send a message back and forth.
-module(ping_pong).
-export([main/1]).

main([]) -> main(["10000"]);
main([Text]) ->
    N = list_to_integer(Text),
    Pong = spawn(fun() -> pong() end),
    Self = self(),
    spawn(fun() -> ping(N, Pong, Self) end),
    receive done -> io:format("done~n") end.

ping(0, Pong, Parent) -> Pong ! stop, Parent ! done;
ping(N, Pong, Parent) ->
    Pong ! {ping, self()},
    receive pong -> ping(N - 1, Pong, Parent) end.

pong() ->
    receive
        {ping, From} -> From ! pong, pong();
        stop -> ok
    end.
