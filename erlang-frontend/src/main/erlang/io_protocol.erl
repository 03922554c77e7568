%% The client's side of the I/O protocol (stdlib user's guide, "The Erlang I/O Protocol"), for devices that are processes.
-module(io_protocol).

-export([answer/2, request/2]).

%% Sends a request and waits for its answer.
answer(Device, Request) ->
    Reference = erlang:monitor(process, Device),
    Device ! {io_request, self(), Reference, Request},
    receive
        {io_reply, Reference, Reply} ->
            erlang:demonitor(Reference, [flush]),
            Reply;
        {'DOWN', Reference, process, _, _} ->
            receive
                {io_reply, Reference, Reply} -> Reply
            after 0 -> {error, terminated}
            end
    end.

%% As answer/2; what goes wrong is an error of the caller.
request(Device, Request) ->
    case answer(Device, Request) of
        {error, Reason} -> erlang:error(reason(Reason));
        Reply -> Reply
    end.

reason(terminated) -> terminated;
reason({no_translation, _, _}) -> no_translation;
reason(_) -> badarg.
