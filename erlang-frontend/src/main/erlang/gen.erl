%% What gen_server, gen_statem and gen_event share: starting under a name, calling with a timeout, replying.
-module(gen).

-export([start/5, start/6, call/3, call/4, send_request/3, wait_response/2, receive_response/2,
         check_response/2, reply/2, stop/1, stop/3, register_name/1, unregister_name/1, name_of/1, own_name/1,
         timeout_option/1, hibernate_after/1, get_parent/0]).
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

init_it(GenModule, Starter, Link, Module, Args, Options) ->
    GenModule:init_it(Starter, parent(Starter, Link), self(), Module, Args, Options).

init_it(GenModule, Starter, Link, Module, Name, Args, Options) ->
    case register_name(Name) of
        true -> GenModule:init_it(Starter, parent(Starter, Link), Name, Module, Args, Options);
        {false, Pid} -> proc_lib:init_ack(Starter, {error, {already_started, Pid}})
    end.

parent(Starter, link) -> Starter;
parent(_, _) -> self().

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

send_request(Process, Label, Request) ->
    case resolve(Process) of
        undefined ->
            %% A monitor of a name that is not there reports noproc, which the caller then reads as the response.
            erlang:monitor(process, Process);
        Pid ->
            Monitor = erlang:monitor(process, Pid, [{alias, demonitor}]),
            Pid ! {Label, {self(), [alias | Monitor]}, Request},
            Monitor
    end.

wait_response(Monitor, Timeout) ->
    receive
        {[alias | Monitor], Reply} -> erlang:demonitor(Monitor, [flush]), {reply, Reply};
        {'DOWN', Monitor, _, Object, Reason} -> {error, {Reason, Object}}
    after Timeout -> timeout
    end.

receive_response(Monitor, Timeout) ->
    case wait_response(Monitor, Timeout) of
        timeout -> erlang:demonitor(Monitor, [flush]), timeout;
        Response -> Response
    end.

check_response({[alias | Monitor], Reply}, Monitor) ->
    erlang:demonitor(Monitor, [flush]),
    {reply, Reply};
check_response({'DOWN', Monitor, _, Object, Reason}, Monitor) -> {error, {Reason, Object}};
check_response(_, _) -> no_reply.

reply({_, [alias | Alias] = Tag}, Reply) -> Alias ! {Tag, Reply}, ok;
reply({_, [[alias | Alias] | _] = Tag}, Reply) -> Alias ! {Tag, Reply}, ok;
reply({To, Tag}, Reply) -> catch To ! {Tag, Reply}, ok.

stop(Process) -> stop(Process, normal, infinity).

stop(Process, Reason, Timeout) ->
    case resolve(Process) of
        undefined -> erlang:exit(noproc);
        Pid -> proc_lib:stop(Pid, Reason, Timeout)
    end.
