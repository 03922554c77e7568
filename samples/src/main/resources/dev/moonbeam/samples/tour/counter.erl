-module(counter).
-export([start/0, loop/1, ping_pong/1, echo/0]).

start() -> spawn(?MODULE, loop, [0]).

loop(N) ->
    receive
        {add, M}    -> loop(N + M);
        {get, From} -> From ! {count, N}, loop(N)
    end.

%% Nanoseconds for that many messages from one process to another and back.
ping_pong(Rounds) ->
    Parent = self(),
    Echo = spawn(?MODULE, echo, []),
    spawn(fun() ->
        Start = erlang:monotonic_time(nanosecond),
        play(Echo, Rounds),
        Parent ! {took, erlang:monotonic_time(nanosecond) - Start}
    end),
    receive {took, Nanos} -> exit(Echo, kill), Nanos end.

play(_, 0) -> ok;
play(Echo, N) -> Echo ! {self(), N}, receive {Echo, N} -> play(Echo, N - 1) end.

echo() -> receive {From, X} -> From ! {self(), X}, echo() end.
