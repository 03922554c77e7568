%% The client's side of the I/O protocol (stdlib user's guide, "The Erlang I/O Protocol"), for devices that are processes.
-module(io_protocol).

-export([request/2]).

%% Sends a request and waits for its answer; a device that dies before is an error of the caller.
request(Device, Request) ->
    Reference = erlang:monitor(process, Device),
    Device ! {io_request, self(), Reference, Request},
    receive
        {io_reply, Reference, Reply} ->
            erlang:demonitor(Reference, [flush]),
            case Reply of
                {error, Reason} -> erlang:error(Reason);
                _ -> Reply
            end;
        {'DOWN', Reference, process, _, _} ->
            receive
                {io_reply, Reference, Reply} -> Reply
            after 0 -> erlang:error(terminated)
            end
    end.
