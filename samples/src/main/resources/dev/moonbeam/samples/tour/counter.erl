-module(counter).
-export([start/0, loop/1, ping_pong/1, echo/0]).

start() -> spawn(?MODULE, loop, [0]).

loop(N) ->
    receive
        {add, M}    -> loop(N + M);
        {get, From} -> From ! {count, N}, loop(N)
    end.

%% Nanoseconds for that many messages to another process and back.
ping_pong(Rounds) ->
    Echo = spawn(?MODULE, echo, []),
    Start = erlang:monotonic_time(nanosecond),
    play(Echo, Rounds),
    exit(Echo, kill),
    erlang:monotonic_time(nanosecond) - Start.

play(_, 0) -> ok;
play(Echo, N) -> Echo ! {self(), N}, receive {Echo, N} -> play(Echo, N - 1) end.

echo() -> receive {From, X} -> From ! {self(), X}, echo() end.
