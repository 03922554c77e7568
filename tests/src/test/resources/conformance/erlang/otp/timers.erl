-module(timers).
-export([main/0]).
main() ->
    erlang:send_after(10, self(), tick),
    receive tick -> io:format("tick~n") after 60000 -> io:format("late~n") end,
    R = erlang:start_timer(5, self(), payload),
    receive {timeout, R, P} -> io:format("~p~n", [P]) end,
    T = erlang:send_after(100000, self(), never),
    Left = erlang:read_timer(T),
    io:format("~p~n", [Left > 90000 andalso Left =< 100000]),
    io:format("~p~n", [is_integer(erlang:cancel_timer(T))]),
    io:format("~p ~p~n", [erlang:cancel_timer(T), erlang:read_timer(T)]),
    erlang:send_after(500, self(), second),
    erlang:send_after(5, self(), first),
    io:format("~p~n", [receive A -> receive B -> [A, B] end end]),
    {ok, _} = timer:send_after(1, via_module),
    receive via_module -> io:format("module~n") end,
    timer:sleep(1).
%% expect: tick
%% expect: payload
%% expect: true
%% expect: true
%% expect: false false
%% expect: [first,second]
%% expect: module
