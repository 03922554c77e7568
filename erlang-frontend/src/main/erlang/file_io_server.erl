%% The process that an open file is, unless it is raw: serves the I/O protocol and the requests of module file, and closes the file
%% when its owner ends.
-module(file_io_server).

-export([start/3, request/2]).

-define(CHUNK, 8192).

start(Owner, Name, Modes) ->
    Reference = make_ref(),
    Self = self(),
    {Pid, Monitor} = spawn_monitor(fun() -> init(Self, Reference, Owner, Name, Modes) end),
    receive
        {Reference, Result} ->
            erlang:demonitor(Monitor, [flush]),
            Result;
        {'DOWN', Monitor, process, Pid, _} -> {error, terminated}
    end.

init(Starter, Reference, Owner, Name, Modes) ->
    case encoding(proplists:get_value(encoding, Modes, latin1)) of
        error -> Starter ! {Reference, {error, badarg}};
        Encoding ->
            case moonbeam_file:open(Name, [Mode || Mode <- Modes, is_atom(Mode)]) of
                {ok, Handle} ->
                    Monitor = erlang:monitor(process, Owner),
                    Device = #{read => fun() -> moonbeam_file:read(Handle, ?CHUNK) end,
                               write => fun(Bytes) -> moonbeam_file:write(Handle, Bytes) end,
                               buffer => <<>>, encoding => Encoding, binary => lists:member(binary, Modes),
                               handle => Handle, owner => Monitor, name => Name},
                    Starter ! {Reference, {ok, self()}},
                    loop(Device);
                Error -> Starter ! {Reference, Error}
            end
    end.

encoding(Name) when Name =:= unicode; Name =:= utf8 -> unicode;
encoding(latin1) -> latin1;
encoding(_) -> error.

request(File, Request) ->
    Reference = erlang:monitor(process, File),
    File ! {file_request, self(), Reference, Request},
    receive
        {file_reply, Reference, Reply} ->
            erlang:demonitor(Reference, [flush]),
            Reply;
        {'DOWN', Reference, process, _, _} -> {error, terminated}
    end.

loop(#{owner := Monitor} = Device) ->
    receive
        {io_request, From, As, Request} ->
            {Reply, Device2} = moonbeam_device:request(Request, synchronised(Request, Device)),
            From ! {io_reply, As, Reply},
            loop(Device2);
        {file_request, From, As, {close, []}} -> From ! {file_reply, As, moonbeam_file:close(maps:get(handle, Device))};
        {file_request, From, As, {Function, Arguments}} ->
            {Reply, Device2} = served(Function, Arguments, Device),
            From ! {file_reply, As, Reply},
            loop(Device2);
        {'DOWN', Monitor, process, _, _} -> ok;
        _ -> loop(Device)
    end.

%% What was read ahead is given back before the file is written to or moved.
synchronised(Request, Device) when element(1, Request) =:= put_chars; element(1, Request) =:= requests ->
    flushed(Device);
synchronised(_, Device) -> Device.

flushed(#{buffer := <<>>} = Device) -> Device;
flushed(#{buffer := Buffer, handle := Handle} = Device) ->
    {ok, _} = moonbeam_file:position(Handle, cur, -byte_size(Buffer)),
    Device#{buffer := <<>>}.

served(name, [], #{name := Name} = Device) -> {{ok, Name}, Device};
served(advise, [], Device) -> {ok, Device};
served(Function, Arguments, Given) ->
    Device = flushed(Given),
    File = {file_descriptor, moonbeam_raw_file, maps:with([handle, binary, name], Device)},
    {apply(moonbeam_raw_file, Function, [File | Arguments]), Device}.
