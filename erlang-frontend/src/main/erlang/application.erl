%% Applications: OTP's kernel manual, module application. What an application is says its file NAME.app, looked for in the module
%% path's folders as far as the policy lets scripts read them, or a term given to load/1. What is loaded and set is kept by the node;
%% a started application is a process that starts its callback module and stands for its end.
-module(application).

-export([load/1, load/2, unload/1, start/1, start/2, ensure_started/1, ensure_started/2, ensure_all_started/1,
         ensure_all_started/2, ensure_all_started/3, stop/1, start_boot/1, start_boot/2, start_type/0, takeover/2, permit/2, info/0,
         loaded_applications/0, which_applications/0, which_applications/1, get_env/1, get_env/2, get_env/3, get_all_env/0,
         get_all_env/1, set_env/1, set_env/2, set_env/3, set_env/4, unset_env/2, unset_env/3, get_key/1, get_key/2,
         get_all_key/0, get_all_key/1, get_application/0, get_application/1]).

-export_type([start_type/0, restart_type/0, application_opt/0, application_spec/0]).

-type start_type() :: normal | {takeover, node()} | {failover, node()}.
-type restart_type() :: permanent | transient | temporary.
-type application_opt() :: {atom(), term()}.
-type application_spec() :: {application, atom(), [application_opt()]}.

-callback start(StartType :: start_type(), StartArgs :: term()) -> {ok, pid()} | {ok, pid(), State :: term()} | {error, term()}.
-callback stop(State :: term()) -> term().
-callback config_change(Changed :: list(), New :: list(), Removed :: list()) -> ok.
-callback prep_stop(State) -> NewState when State :: term(), NewState :: term().
-callback start_phase(Phase :: atom(), StartType :: start_type(), PhaseArgs :: term()) -> ok | {error, term()}.
-optional_callbacks([config_change/3, prep_stop/1, start_phase/3]).

%% ---- What is kept: {app, Name} => Properties, {env, Name, Key} => Value, {running, Name} => {Pid, Type} ----

known(Name) -> value({app, Name}).
running(Name) -> value({running, Name}).

fetch(Key) ->
    case persistent_term:get({?MODULE, Key}, none) of
        {value, Value} -> {ok, Value};
        none -> none
    end.

store(Key, Value) -> persistent_term:put({?MODULE, Key}, {value, Value}).
forget(Key) -> persistent_term:erase({?MODULE, Key}).
all() -> [{Key, Value} || {{?MODULE, Key}, {value, Value}} <- persistent_term:get()].

value(Key) ->
    case fetch(Key) of
        {ok, Value} -> Value;
        none -> undefined
    end.

%% ---- Loading ----

load(Application) -> load(Application, []).

load(Name, _Distributed) when is_atom(Name) ->
    case known(Name) of
        undefined ->
            case is_of_system(Name) of
                true -> loaded(Name, [{vsn, "0"}, {applications, []}]);
                false ->
                    case spec(Name) of
                        {ok, Spec} -> load(Spec);
                        Error -> Error
                    end
            end;
        _ -> {error, {already_loaded, Name}}
    end;
load({application, Name, Properties} = Spec, _Distributed) when is_atom(Name), is_list(Properties) ->
    case known(Name) of
        undefined -> loaded(Name, Properties);
        _ -> {error, {already_loaded, Spec}}
    end;
load(Other, _) -> {error, {bad_application, Other}}.

%% Those that every node has.
is_of_system(Name) -> lists:member(Name, [kernel, stdlib, compiler, crypto, eunit, erts]).

loaded(Name, Properties) ->
    store({app, Name}, Properties),
    [fetch({env, Name, Key}) =/= none orelse store({env, Name, Key}, Value)
     || {Key, Value} <- proplists:get_value(env, Properties, [])],
    ok.

spec(Name) ->
    File = atom_to_list(Name) ++ ".app",
    Folders = [Folder || Path <- code:get_path(),
                         Folder <- [Path, filename:join(Path, "ebin"), filename:join(filename:dirname(Path), "ebin")]],
    Sources = [filename:join(Folder, File) || Folder <- Folders] ++ [filename:join(Folder, File ++ ".src") || Folder <- Folders],
    case [Spec || Source <- Sources, {ok, [{application, Found, _} = Spec]} <- [file:consult(Source)], Found =:= Name] of
        [Spec | _] -> {ok, Spec};
        [] -> {error, {"no such file or directory", File}}
    end.

unload(Name) ->
    case {known(Name), running(Name)} of
        {undefined, _} -> {error, {not_loaded, Name}};
        {_, undefined} ->
            forget({app, Name}),
            [forget({env, Name, Key}) || {Key, _} <- get_all_env(Name)],
            ok;
        _ -> {error, {running, Name}}
    end.

loaded_applications() -> [described(Name) || {{app, Name}, _} <- all()].
which_applications() -> [described(Name) || {{running, Name}, _} <- all()].
which_applications(_Timeout) -> which_applications().

described(Name) ->
    Properties = known(Name),
    {Name, proplists:get_value(description, Properties, ""), proplists:get_value(vsn, Properties, "")}.

info() -> [{loaded, loaded_applications()}, {running, [{Name, Pid} || {{running, Name}, {Pid, _}} <- all()]}].

%% ---- Starting and stopping ----

start(Name) -> start(Name, temporary).

start(Application, Type) ->
    case load(Application) of
        {error, {already_loaded, {application, Name, _}}} -> start_loaded(Name, Type);
        {error, {already_loaded, Name}} -> start_loaded(Name, Type);
        {error, Reason} -> {error, Reason};
        ok ->
            Name = case Application of
                       {application, Own, _} -> Own;
                       _ -> Application
                   end,
            start_loaded(Name, Type)
    end.

start_loaded(Name, Type) ->
    lists:member(Type, [permanent, transient, temporary]) orelse erlang:error(badarg, [Name, Type]),
    case running(Name) of
        undefined ->
            Properties = known(Name),
            Needed = [Other || Other <- proplists:get_value(applications, Properties, []), not is_running(Other)],
            case Needed of
                [Other | _] -> {error, {not_started, Other}};
                [] -> start_callback(Name, Type, Properties)
            end;
        _ -> {error, {already_started, Name}}
    end.

is_running(Name) -> is_of_system(Name) orelse running(Name) =/= undefined.

start_callback(Name, Type, Properties) ->
    Starter = self(),
    Reference = make_ref(),
    {Master, Monitor} = spawn_monitor(fun() -> master(Starter, Reference, Name, Properties) end),
    receive
        {Reference, ok} ->
            erlang:demonitor(Monitor, [flush]),
            store({running, Name}, {Master, Type}),
            ok;
        {Reference, Error} ->
            erlang:demonitor(Monitor, [flush]),
            Error;
        {'DOWN', Monitor, process, Master, Reason} -> {error, Reason}
    end.

%% The process that stands for a running application: the callback's top supervisor is linked to it.
master(Starter, Reference, Name, Properties) ->
    process_flag(trap_exit, true),
    put('$application', Name),
    case proplists:get_value(mod, Properties, []) of
        {Module, Argument} ->
            try Module:start(normal, Argument) of
                {ok, Pid} when is_pid(Pid) -> started(Starter, Reference, Name, Module, Pid, []);
                {ok, Pid, State} when is_pid(Pid) -> started(Starter, Reference, Name, Module, Pid, State);
                {error, Reason} -> Starter ! {Reference, {error, {Reason, {Module, start, [normal, Argument]}}}};
                Other -> Starter ! {Reference, {error, {bad_return, {{Module, start, [normal, Argument]}, Other}}}}
            catch
                Class:Reason:Stack ->
                    Exit = case Class of
                               error -> {Reason, Stack};
                               throw -> {{nocatch, Reason}, Stack};
                               exit -> Reason
                           end,
                    Starter ! {Reference, {error, {bad_return, {{Module, start, [normal, Argument]}, {'EXIT', Exit}}}}}
            end;
        _ ->
            Starter ! {Reference, ok},
            serve(Name, none, none, [])
    end.

started(Starter, Reference, Name, Module, Pid, State) ->
    link(Pid),
    Starter ! {Reference, ok},
    serve(Name, Module, Pid, State).

serve(Name, Module, Pid, State) ->
    receive
        {stop, From, As} ->
            State2 = case erlang:function_exported(Module, prep_stop, 1) of
                         true -> Module:prep_stop(State);
                         false -> State
                     end,
            ended(Pid),
            stopped(Name, Module, State2),
            From ! {As, ok};
        {'EXIT', Pid, Reason} ->
            stopped(Name, Module, State),
            logger:log(notice, #{label => {application_controller, exit},
                                 report => [{application, Name}, {exited, Reason}, {type, temporary}]},
                       #{domain => [otp], report_cb => fun moonbeam_report:format/2,
                         error_logger => #{tag => info_report, type => std_info}});
        _ -> serve(Name, Module, Pid, State)
    end.

ended(none) -> ok;
ended(Pid) ->
    exit(Pid, shutdown),
    receive {'EXIT', Pid, _} -> ok end.

stopped(Name, Module, State) ->
    forget({running, Name}),
    Module =:= none orelse catch Module:stop(State),
    ok.

stop(Name) ->
    case running(Name) of
        {Pid, _} ->
            Reference = erlang:monitor(process, Pid),
            Pid ! {stop, self(), Reference},
            receive
                {Reference, ok} ->
                    erlang:demonitor(Reference, [flush]),
                    ok;
                {'DOWN', Reference, process, Pid, _} -> ok
            end;
        undefined -> {error, {not_started, Name}}
    end.

ensure_started(Name) -> ensure_started(Name, temporary).
ensure_started(Name, Type) ->
    case start(Name, Type) of
        {error, {already_started, Name}} -> ok;
        Result -> Result
    end.

ensure_all_started(Name) -> ensure_all_started(Name, temporary).
ensure_all_started(Names, Type) when is_list(Names) -> ensure_each(Names, Type, []);
ensure_all_started(Name, Type) -> ensure_each([Name], Type, []).

%% Since OTP 26. What could be started at the same time is started in turn as well.
ensure_all_started(Names, Type, Mode) when Mode =:= serial; Mode =:= concurrent -> ensure_all_started(Names, Type).

ensure_each([Name | Rest], Type, Started) ->
    case is_of_system(Name) andalso running(Name) =:= undefined andalso known(Name) =:= undefined of
        true -> ensure_each(Rest, Type, Started);
        false ->
            case start(Name, Type) of
                ok -> ensure_each(Rest, Type, [Name | Started]);
                {error, {already_started, Name}} -> ensure_each(Rest, Type, Started);
                {error, {not_started, Needed}} -> ensure_each([Needed, Name | Rest], Type, Started);
                {error, Reason} ->
                    [stop(Each) || Each <- Started],
                    {error, {Name, Reason}}
            end
    end;
ensure_each([], _, Started) -> {ok, lists:reverse(Started)}.

start_boot(Name) -> start_boot(Name, temporary).
start_boot(Name, Type) -> start(Name, Type).
takeover(_, _) -> {error, not_distributed}.
permit(Name, Allowed) when is_atom(Name), is_boolean(Allowed) -> ok.
start_type() ->
    case get('$application') of
        undefined -> undefined;
        _ -> normal
    end.

%% ---- Configuration ----

get_env(Key) ->
    case get_application() of
        {ok, Name} -> get_env(Name, Key);
        undefined -> undefined
    end.
get_env(Name, Key) ->
    case fetch({env, Name, Key}) of
        {ok, Value} -> {ok, Value};
        none -> undefined
    end.
get_env(Name, Key, Default) ->
    case get_env(Name, Key) of
        {ok, Value} -> Value;
        undefined -> Default
    end.

get_all_env() ->
    case get_application() of
        {ok, Name} -> get_all_env(Name);
        undefined -> []
    end.
get_all_env(Name) -> [{Key, Value} || {{env, Own, Key}, Value} <- all(), Own =:= Name].

set_env(Config) -> set_env(Config, []).
set_env(Config, _Options) when is_list(Config) ->
    [store({env, Name, Key}, Value) || {Name, Pairs} <- Config, {Key, Value} <- Pairs],
    ok.
set_env(Name, Key, Value) -> set_env(Name, Key, Value, []).
set_env(Name, Key, Value, _Options) ->
    store({env, Name, Key}, Value),
    ok.
unset_env(Name, Key) -> unset_env(Name, Key, []).
unset_env(Name, Key, _Options) ->
    forget({env, Name, Key}),
    ok.

get_key(Key) ->
    case get_application() of
        {ok, Name} -> get_key(Name, Key);
        undefined -> undefined
    end.
get_key(Name, Key) ->
    case lists:keyfind(Key, 1, get_all_of(Name)) of
        {_, Value} -> {ok, Value};
        false -> undefined
    end.

get_all_key() ->
    case get_application() of
        {ok, Name} -> get_all_key(Name);
        undefined -> []
    end.
get_all_key(Name) ->
    case get_all_of(Name) of
        [] -> undefined;
        All -> {ok, All}
    end.

get_all_of(Name) ->
    case known(Name) of
        undefined -> [];
        Properties ->
            [{Key, case Key of
                       env -> get_all_env(Name);
                       _ -> proplists:get_value(Key, Properties, Default)
                   end} || {Key, Default} <- [{description, ""}, {id, ""}, {vsn, ""}, {modules, []}, {maxP, infinity},
                                              {maxT, infinity}, {registered, []}, {included_applications, []},
                                              {applications, []}, {env, []}, {mod, []}, {start_phases, undefined}]]
    end.

get_application() -> get_application(self()).

get_application(Pid) when is_pid(Pid) ->
    %% The application whose process started this one, directly or not.
    Masters = [{Master, Name} || {{running, Name}, {Master, _}} <- all()],
    case of_ancestor(Pid, Masters) of
        undefined when Pid =:= self() ->
            %% While it starts the application is not there for others.
            case get('$application') of
                undefined -> undefined;
                Name -> {ok, Name}
            end;
        Found -> Found
    end;
get_application(Module) when is_atom(Module) ->
    case [Name || {{app, Name}, Properties} <- all(),
                  lists:member(Module, proplists:get_value(modules, Properties, []))] of
        [Name | _] -> {ok, Name};
        [] -> undefined
    end.

of_ancestor(Pid, Masters) ->
    case lists:keyfind(Pid, 1, Masters) of
        {_, Name} -> {ok, Name};
        false ->
            case erlang:process_info(Pid, parent) of
                {parent, Parent} when is_pid(Parent) -> of_ancestor(Parent, Masters);
                _ -> undefined
            end
    end.
