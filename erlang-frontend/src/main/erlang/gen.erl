%% What gen_server, gen_statem and gen_event share: starting under a name, calling with a timeout, replying.
-module(gen).

-export([start/5, start/6, call/3, call/4, send_request/3, send_request/5, wait_response/2,
         wait_response/3, receive_response/2, receive_response/3, check_response/2, check_response/3,
         reqids_new/0, reqids_size/1, reqids_add/3, reqids_to_list/1, reply/2, stop/1, stop/3, register_name/1, unregister_name/1, name_of/1, own_name/1,
         timeout_option/1, hibernate_after/1, get_parent/0, debug_options/2, format_status/4, format_status_header/2,
         shown_state/1]).
-export([init_it/6, init_it/7, init/4, init/5]).

%% ---- Starting ----
%% Link is link, nolink or monitor; the new process runs GenModule:init_it(Starter, Parent, Name, Module, Args, Options).

start(GenModule, Link, Module, Args, Options) ->
    spawn_gen(Link, [GenModule, self(), Link, Module, Args, Options], Options).

start(GenModule, Link, Name, Module, Args, Options) ->
    case where(Name) of
        undefined ->
            spawn_gen(Link, [GenModule, self(), Link, Module, Name, Args, Options], Options);
        Pid -> {error, {already_started, Pid}}
    end.

spawn_gen(Link, Arguments, Options) ->
    Timeout = timeout_option(Options),
    SpawnOptions = proplists:get_value(spawn_opt, Options, []),
    case Link of
        link -> proc_lib:start_link(?MODULE, init_it, Arguments, Timeout, SpawnOptions);
        nolink -> proc_lib:start(?MODULE, init_it, Arguments, Timeout, SpawnOptions);
        monitor ->
            case proc_lib:start_monitor(?MODULE, init_it, Arguments, Timeout, SpawnOptions) of
                {{ok, Pid}, Monitor} -> {ok, {Pid, Monitor}};
                {Other, Monitor} -> erlang:demonitor(Monitor, [flush]), Other
            end
    end.

timeout_option(Options) -> proplists:get_value(timeout, Options, infinity).
hibernate_after(Options) -> proplists:get_value(hibernate_after, Options, infinity).

%% Wrong options are told of and do no harm.
debug_options(Name, Options) ->
    case proplists:lookup(debug, Options) of
        none -> [];
        {debug, Wanted} ->
            try sys:debug_options(Wanted)
            catch
                _:_ ->
                    error_logger:format("~tp: ignoring erroneous debug options - ~tp~n", [Name, Wanted]),
                    []
            end
    end.

init_it(GenModule, Starter, Link, Module, Args, Options) ->
    GenModule:init_it(Starter, parent(Starter, Link), self(), Module, Args, Options).

init_it(GenModule, Starter, Link, Module, Name, Args, Options) ->
    case register_name(Name) of
        true -> GenModule:init_it(Starter, parent(Starter, Link), Name, Module, Args, Options);
        {false, Pid} -> proc_lib:init_ack(Starter, {error, {already_started, Pid}})
    end.

%% Who starts a process without a link is no parent of it.
parent(_, nolink) -> self();
parent(Starter, _) -> Starter.

%% What the callback module's init/1 gives. When it fails the starter is told and this process ends as it failed.
init(Starter, Name, Module, Args) -> init(Starter, Name, Module, Args, fun exit_reason/3).

%% Told(Class, Reason, Stack) is what the starter is told.
init(Starter, Name, Module, Args, Told) ->
    try Module:init(Args)
    catch
        throw:Result -> Result;
        Class:Reason:Stack ->
            unregister_name(Name),
            proc_lib:init_fail(Starter, {error, Told(Class, Reason, Stack)}, {Class, Reason, Stack})
    end.

exit_reason(error, Reason, Stack) -> {Reason, Stack};
exit_reason(exit, Reason, _) -> Reason.

%% The process that started this one.
get_parent() ->
    case get('$ancestors') of
        [Pid | _] when is_pid(Pid) -> Pid;
        [Registered | _] -> whereis(Registered)
    end.

%% ---- What a callback module shows of its state ----

%% By format_status/1, which is given a map and gives one with the same keys, or the older format_status/2, whose result is
%% under '$status'. Under 'EXIT' is what to show where either fails.
format_status(Module, What, Status, Arguments) ->
    case {erlang:function_exported(Module, format_status, 1), erlang:function_exported(Module, format_status, 2)} of
        {true, _} ->
            try Module:format_status(Status) of
                Shown when is_map(Shown) ->
                    Merged = maps:merge(Status, Shown),
                    case map_size(Merged) =:= map_size(Shown) of
                        true -> Merged;
                        false -> failed(Module, "/1 returned a map with unknown keys", Status)
                    end;
                _ -> failed(Module, "/1 did not return a map", Status)
            catch
                _:_ -> failed(Module, "/1 crashed", Status)
            end;
        {false, true} ->
            try Module:format_status(What, Arguments) of
                Shown -> Status#{'$status' => Shown}
            catch
                throw:Shown -> Status#{'$status' => Shown};
                _:_ -> failed(Module, "/2 crashed", Status)
            end;
        {false, false} -> Status
    end.

failed(Module, What, Status) -> Status#{'EXIT' => atom_to_list(Module) ++ ":format_status" ++ What}.

shown_state(#{'EXIT' := Failure}) -> Failure;
shown_state(#{'$status' := Shown}) -> Shown;
shown_state(#{state := State}) -> State.

format_status_header(Line, Pid) when is_pid(Pid) -> Line ++ " " ++ pid_to_list(Pid);
format_status_header(Line, Name) when is_atom(Name) -> Line ++ " " ++ atom_to_list(Name);
format_status_header(Line, Name) -> {Line, Name}.

%% ---- Names ----

where({local, Name}) -> whereis(Name);
where({global, Name}) -> global:whereis_name(Name);
where({via, Module, Name}) -> Module:whereis_name(Name).

register_name({local, Name}) ->
    try erlang:register(Name, self())
    catch error:_ -> {false, whereis(Name)}
    end;
register_name({global, Name}) -> register_via(global, Name);
register_name({via, Module, Name}) -> register_via(Module, Name).

register_via(Module, Name) ->
    case Module:register_name(Name, self()) of
        yes -> true;
        no -> {false, Module:whereis_name(Name)}
    end.

unregister_name({local, Name}) -> catch erlang:unregister(Name);
unregister_name({global, Name}) -> global:unregister_name(Name);
unregister_name({via, Module, Name}) -> Module:unregister_name(Name);
unregister_name(Pid) when is_pid(Pid) -> ok.

name_of({local, Name}) -> Name;
name_of({global, Name}) -> Name;
name_of({via, _, Name}) -> Name;
name_of(Pid) when is_pid(Pid) -> Pid.

%% The name of a process that is to become a server under it: it must be this process that has it.
own_name({local, Name}) ->
    case erlang:process_info(self(), registered_name) of
        {registered_name, Name} -> Name;
        _ -> erlang:exit(process_not_registered)
    end;
own_name({global, Name}) -> own_name(global, Name, process_not_registered_globally);
own_name({via, Module, Name}) -> own_name(Module, Name, {process_not_registered_via, Module});
own_name(Pid) when is_pid(Pid) -> Pid.

own_name(Module, Name, Failure) ->
    Self = self(),
    case Module:whereis_name(Name) of
        Self -> Name;
        _ -> erlang:exit(Failure)
    end.

resolve(Pid) when is_pid(Pid) -> Pid;
resolve(Name) when is_atom(Name) -> whereis(Name);
resolve({global, Name}) -> global:whereis_name(Name);
resolve({Name, Node}) when is_atom(Name), Node =:= node() -> whereis(Name);
resolve({Name, Node}) when is_atom(Name), is_atom(Node) -> erlang:exit({nodedown, Node});
resolve({via, Module, Name}) -> Module:whereis_name(Name).

%% ---- Calling ----

call(Process, Label, Request) -> call(Process, Label, Request, 5000).

%% The alias ends with the monitor, so a late reply is dropped instead of landing in the mailbox.
call(Process, Label, Request, Timeout) ->
    case resolve(Process) of
        undefined -> erlang:exit(noproc);
        Self when Self =:= self() -> erlang:exit(calling_self);
        Pid ->
            Monitor = erlang:monitor(process, Pid, [{alias, demonitor}]),
            Pid ! {Label, {self(), [alias | Monitor]}, Request},
            receive
                {[alias | Monitor], Reply} ->
                    erlang:demonitor(Monitor, [flush]),
                    {ok, Reply};
                {'DOWN', Monitor, _, _, Reason} ->
                    erlang:exit(Reason)
            after Timeout ->
                    erlang:demonitor(Monitor, [flush]),
                    receive
                        {[alias | Monitor], Reply} -> {ok, Reply}
                    after 0 -> erlang:exit(timeout)
                    end
            end
    end.

%% ---- Requests whose responses are waited for later ----
%% A request is known by its monitor; a collection of requests is a map from those to labels.

%% A server that cannot be reached is told of by the message a monitor would send.
send_request(Process, Tag, Request) ->
    try resolve(Process) of
        undefined -> unreachable(Process, noproc);
        Pid ->
            Monitor = erlang:monitor(process, Pid, [{alias, demonitor}]),
            Pid ! {Tag, {self(), [alias | Monitor]}, Request},
            Monitor
    catch
        exit:Reason -> unreachable(Process, Reason)
    end.

unreachable(Process, Reason) ->
    Request = make_ref(),
    self() ! {'DOWN', Request, process, Process, Reason},
    Request.

send_request(Process, Tag, Request, Label, Requests) when is_map(Requests) ->
    Requests#{send_request(Process, Tag, Request) => Label}.

%% One request's response. Waiting in vain leaves the request as it is; receiving in vain abandons it.
wait_response(Request, Time) when is_reference(Request) ->
    Timeout = timeout(Time),
    receive
        {[alias | Request], _} = Message -> response(Message, Request);
        {'DOWN', Request, _, _, _} = Message -> response(Message, Request)
    after Timeout -> timeout
    end;
wait_response(_, _) -> erlang:error(badarg).

receive_response(Request, Time) ->
    case wait_response(Request, Time) of
        timeout ->
            erlang:demonitor(Request, [flush]),
            receive {[alias | Request], Reply} -> {reply, Reply} after 0 -> timeout end;
        Response -> Response
    end.

check_response(Message, Request) when is_reference(Request) ->
    case Message of
        {[alias | Request], _} -> response(Message, Request);
        {'DOWN', Request, _, _, _} -> response(Message, Request);
        _ -> no_reply
    end;
check_response(_, _) -> erlang:error(badarg).

response({[alias | Request], Reply}, Request) ->
    erlang:demonitor(Request, [flush]),
    {reply, Reply};
response({'DOWN', Request, _, Object, Reason}, Request) -> {error, {Reason, Object}}.

%% The first response to any request of a collection.
wait_response(Requests, Time, Delete) when is_map(Requests), is_boolean(Delete) ->
    Timeout = timeout(Time),
    case map_size(Requests) of
        0 -> no_request;
        _ ->
            receive
                {[alias | Request], _} = Message when is_map_key(Request, Requests) ->
                    labelled(Message, Request, Requests, Delete);
                {'DOWN', Request, _, _, _} = Message when is_map_key(Request, Requests) ->
                    labelled(Message, Request, Requests, Delete)
            after Timeout -> timeout
            end
    end.

receive_response(Requests, Time, Delete) ->
    case wait_response(Requests, Time, Delete) of
        timeout -> abandon(Requests), timeout;
        Result -> Result
    end.

abandon(Requests) ->
    maps:foreach(fun(Request, _) when is_reference(Request) ->
                         erlang:demonitor(Request, [flush]),
                         receive {[alias | Request], _} -> ok after 0 -> ok end;
                    (_, _) -> erlang:error(badarg)
                 end, Requests).

check_response(Message, Requests, Delete) when is_map(Requests), is_boolean(Delete) ->
    case Message of
        _ when map_size(Requests) =:= 0 -> no_request;
        {[alias | Request], _} when is_map_key(Request, Requests) ->
            labelled(Message, Request, Requests, Delete);
        {'DOWN', Request, _, _, _} when is_map_key(Request, Requests) ->
            labelled(Message, Request, Requests, Delete);
        _ -> no_reply
    end.

labelled(Message, Request, Requests, Delete) ->
    Left = case Delete of
               true -> maps:remove(Request, Requests);
               false -> Requests
           end,
    {response(Message, Request), map_get(Request, Requests), Left}.

timeout(infinity) -> infinity;
timeout({abs, Time}) when is_integer(Time) ->
    timeout(max(0, Time - erlang:monotonic_time(millisecond)));
timeout(Time) when is_integer(Time), Time >= 0, Time =< 16#ffffffff -> Time;
timeout(_) -> erlang:error(badarg).

reqids_new() -> #{}.

reqids_size(Requests) when is_map(Requests) -> map_size(Requests);
reqids_size(_) -> erlang:error(badarg).

reqids_add(Request, Label, Requests)
  when is_reference(Request), is_map(Requests), not is_map_key(Request, Requests) ->
    Requests#{Request => Label};
reqids_add(_, _, _) -> erlang:error(badarg).

reqids_to_list(Requests) when is_map(Requests) -> maps:to_list(Requests);
reqids_to_list(_) -> erlang:error(badarg).

reply({_, [alias | Alias] = Tag}, Reply) -> Alias ! {Tag, Reply}, ok;
reply({_, [[alias | Alias] | _] = Tag}, Reply) -> Alias ! {Tag, Reply}, ok;
reply({To, Tag}, Reply) -> catch To ! {Tag, Reply}, ok.

stop(Process) -> stop(Process, normal, infinity).

stop(Process, Reason, Timeout) ->
    case resolve(Process) of
        undefined -> erlang:exit(noproc);
        Pid -> proc_lib:stop(Pid, Reason, Timeout)
    end.
