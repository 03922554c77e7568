%% Requests of the I/O protocol sent as messages, to the group leader itself and through a device that hands them on.
%% oracle: none what asks OTP takes a script's output with a device of its own; a real erl prints the same
-module(requests_to_the_standard_device).
-export([main/0]).

main() ->
    [ask(group_leader(), R) || R <- [{put_chars, unicode, "one\n"}, {put_chars, latin1, <<"two\n">>},
                                     {put_chars, unicode, io_lib, format, ["~p~n", [three]]},
                                     {requests, [{put_chars, unicode, "four "}, {put_chars, unicode, "five\n"}]},
                                     {put_chars, unicode, no_module, no_function, []}]],
    Real = group_leader(),
    Counter = spawn_link(fun() -> forward(Real, 0) end),
    group_leader(Counter, self()),
    io:format("through ~p~n", [device]),
    io:put_chars("again\n"),
    group_leader(Real, self()),
    Counter ! {count, self()},
    receive {counted, N} -> io:format("~p~n", [N]) end.

ask(Device, Request) ->
    Ref = make_ref(),
    Device ! {io_request, self(), Ref, Request},
    receive {io_reply, Ref, Answer} -> io:format("~p~n", [Answer]) end.

forward(Real, N) ->
    receive
        {io_request, _, _, _} = Request -> Real ! Request, forward(Real, N + 1);
        {count, From} -> From ! {counted, N}
    end.

%% expect: one
%% expect: ok
%% expect: two
%% expect: ok
%% expect: three
%% expect: ok
%% expect: four five
%% expect: ok
%% expect: {error,put_chars}
%% expect: through device
%% expect: again
%% expect: 2
