-module(receive_loop).
-export([loop/1]).

loop(State) ->
    receive
        {get, From} -> From ! State, loop(State);
        {put, New} -> loop(New);
        stop -> ok
    after 1000 -> timeout
    end.
