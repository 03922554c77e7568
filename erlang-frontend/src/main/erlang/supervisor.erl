%% Supervisors: OTP's stdlib manual, module supervisor. Children are kept in start order; a simple_one_for_one
%% supervisor keeps one template and a map from pid to the arguments its child was started with.
-module(supervisor).
-behaviour(gen_server).

-export([start_link/2, start_link/3, start_child/2, restart_child/2, delete_child/2, terminate_child/2,
         which_children/1, which_child/2, count_children/1, get_childspec/2, check_childspecs/1,
         check_childspecs/2]).
-export([init/1, handle_call/3, handle_cast/2, handle_info/2, terminate/2, code_change/3, format_status/2,
         format_log/1, format_log/2, get_callback_module/1]).

-callback init(Args :: term()) -> {ok, {SupFlags :: term(), [ChildSpec :: term()]}} | ignore.

-record(child, {pid = undefined, id, start, restart = permanent, shutdown = 5000, type = worker,
                modules = [], significant = false}).
-record(state, {name, module, args, strategy, intensity, period, auto_shutdown = never, children = [],
                dynamic = #{}, restarts = []}).

%% ---- The client's side ----

start_link(Module, Args) -> gen_server:start_link(?MODULE, {self, Module, Args}, []).
start_link(Name, Module, Args) -> gen_server:start_link(Name, ?MODULE, {Name, Module, Args}, []).

start_child(Supervisor, Spec) -> call(Supervisor, {start_child, Spec}).
restart_child(Supervisor, Id) -> call(Supervisor, {restart_child, Id}).
delete_child(Supervisor, Id) -> call(Supervisor, {delete_child, Id}).
terminate_child(Supervisor, Id) -> call(Supervisor, {terminate_child, Id}).
which_children(Supervisor) -> call(Supervisor, which_children).
which_child(Supervisor, Id) -> call(Supervisor, {which_child, Id}).
count_children(Supervisor) -> call(Supervisor, count_children).
get_childspec(Supervisor, Id) -> call(Supervisor, {get_childspec, Id}).

get_callback_module(Supervisor) ->
    #state{module = Module} = sys:get_state(Supervisor),
    Module.

call(Supervisor, Request) -> gen_server:call(Supervisor, Request, infinity).

check_childspecs(Specs) -> check_childspecs(Specs, undefined).

check_childspecs(Specs, AutoShutdown) when is_list(Specs) ->
    case lists:member(AutoShutdown, [undefined, never, any_significant, all_significant]) of
        true ->
            case check_specs(Specs, AutoShutdown) of
                {ok, _} -> ok;
                Error -> Error
            end;
        false -> {error, {badarg, AutoShutdown}}
    end;
check_childspecs(Specs, _) -> {error, {badarg, Specs}}.

%% ---- Starting ----

init({Name0, Module, Args}) ->
    process_flag(trap_exit, true),
    Name = case Name0 of
               self -> {self(), Module};
               _ -> Name0
           end,
    case Module:init(Args) of
        {ok, {Flags, Specs}} ->
            case check_flags(Flags, #state{name = Name, module = Module, args = Args}) of
                {ok, State} -> init_children(State, Specs);
                {error, Reason} -> {stop, {supervisor_data, Reason}}
            end;
        ignore -> ignore;
        Other -> {stop, {bad_return, {Module, init, Other}}}
    end.

init_children(#state{strategy = simple_one_for_one} = State, [Spec]) ->
    case check_specs([Spec], State#state.auto_shutdown) of
        {ok, [Child]} -> {ok, State#state{children = [Child]}};
        {error, Reason} -> {stop, {start_spec, Reason}}
    end;
init_children(#state{strategy = simple_one_for_one}, Specs) ->
    {stop, {bad_start_spec, Specs}};
init_children(State, Specs) ->
    case check_specs(Specs, State#state.auto_shutdown) of
        {ok, Children} ->
            case start_all(Children, [], State) of
                {ok, Started} -> {ok, State#state{children = Started}};
                {error, Started, Reason} ->
                    terminate_all(lists:reverse(Started), State),
                    {stop, {shutdown, Reason}}
            end;
        {error, Reason} -> {stop, {start_spec, Reason}}
    end.

start_all([Child | Rest], Started, State) ->
    case start_one(Child, State) of
        {ok, undefined} when Child#child.restart =:= temporary -> start_all(Rest, Started, State);
        {ok, Pid} -> start_all(Rest, [Child#child{pid = Pid} | Started], State);
        {ok, Pid, _} -> start_all(Rest, [Child#child{pid = Pid} | Started], State);
        {error, Reason} ->
            report(start_error, Reason, Child, State),
            {error, Started, {failed_to_start_child, Child#child.id, Reason}}
    end;
start_all([], Started, _) -> {ok, lists:reverse(Started)}.

start_one(#child{start = {M, F, A}} = Child, State) ->
    case catch apply(M, F, A) of
        {ok, Pid} when is_pid(Pid) ->
            progress(Child#child{pid = Pid}, State),
            {ok, Pid};
        {ok, Pid, Extra} when is_pid(Pid) ->
            progress(Child#child{pid = Pid}, State),
            {ok, Pid, Extra};
        ignore -> {ok, undefined};
        {error, Reason} -> {error, Reason};
        Other -> {error, Other}
    end.

%% ---- Flags and specifications ----

check_flags(Flags, State) when is_map(Flags) ->
    checked_flags(maps:get(strategy, Flags, one_for_one), maps:get(intensity, Flags, 1),
                  maps:get(period, Flags, 5), maps:get(auto_shutdown, Flags, never), State);
check_flags({Strategy, Intensity, Period}, State) ->
    checked_flags(Strategy, Intensity, Period, never, State);
check_flags(Flags, _) -> {error, {invalid_type, Flags}}.

checked_flags(Strategy, Intensity, Period, AutoShutdown, State) ->
    Strategies = [one_for_one, one_for_all, rest_for_one, simple_one_for_one],
    case lists:member(Strategy, Strategies) of
        false -> {error, {invalid_strategy, Strategy}};
        true when not is_integer(Intensity); Intensity < 0 -> {error, {invalid_intensity, Intensity}};
        true when not is_integer(Period); Period =< 0 -> {error, {invalid_period, Period}};
        true when AutoShutdown =/= never, AutoShutdown =/= any_significant,
                  AutoShutdown =/= all_significant ->
            {error, {invalid_auto_shutdown, AutoShutdown}};
        true ->
            {ok, State#state{strategy = Strategy, intensity = Intensity, period = Period,
                             auto_shutdown = AutoShutdown}}
    end.

check_specs(Specs, AutoShutdown) -> check_specs(Specs, AutoShutdown, []).

check_specs([Spec | Rest], AutoShutdown, Checked) ->
    case check_spec(Spec, AutoShutdown) of
        {ok, #child{id = Id} = Child} ->
            case lists:keymember(Id, #child.id, Checked) of
                true -> {error, {duplicate_child_name, Id}};
                false -> check_specs(Rest, AutoShutdown, [Child | Checked])
            end;
        Error -> Error
    end;
check_specs([], _, Checked) -> {ok, lists:reverse(Checked)};
check_specs(Specs, _, _) -> {error, {badarg, Specs}}.

check_spec(#{id := Id, start := Start} = Spec, AutoShutdown) ->
    Type = maps:get(type, Spec, worker),
    Shutdown = maps:get(shutdown, Spec, case Type of
                                            supervisor -> infinity;
                                            _ -> 5000
                                        end),
    Modules = case Spec of
                  #{modules := Ms} -> Ms;
                  #{start := {M, _, _}} -> [M];
                  _ -> []
              end,
    check_child(#child{id = Id, start = Start, restart = maps:get(restart, Spec, permanent),
                       shutdown = Shutdown, type = Type, modules = Modules,
                       significant = maps:get(significant, Spec, false)}, AutoShutdown);
check_spec(#{id := _}, _) -> {error, missing_start};
check_spec(#{}, _) -> {error, missing_id};
check_spec({Id, Start, Restart, Shutdown, Type, Modules}, AutoShutdown) ->
    check_child(#child{id = Id, start = Start, restart = Restart, shutdown = Shutdown, type = Type,
                       modules = Modules}, AutoShutdown);
check_spec(Spec, _) -> {error, {invalid_child_spec, Spec}}.

check_child(#child{start = {M, F, A}} = Child, AutoShutdown)
  when is_atom(M), is_atom(F), is_list(A) ->
    #child{restart = Restart, shutdown = Shutdown, type = Type, modules = Modules,
           significant = Significant} = Child,
    Checks =
        [{lists:member(Restart, [permanent, transient, temporary]), {invalid_restart_type, Restart}},
         {not (Significant =:= true andalso AutoShutdown =:= never),
          {bad_combination, [{auto_shutdown, never}, {significant, true}]}},
         {not (Significant =:= true andalso Restart =:= permanent),
          {bad_combination, [{restart, permanent}, {significant, true}]}},
         {is_boolean(Significant), {invalid_significant, Significant}},
         {lists:member(Type, [worker, supervisor]), {invalid_child_type, Type}},
         {Shutdown =:= infinity orelse Shutdown =:= brutal_kill
          orelse (is_integer(Shutdown) andalso Shutdown >= 0), {invalid_shutdown, Shutdown}},
         {Modules =:= dynamic orelse is_list(Modules), {invalid_modules, Modules}}],
    case [Why || {false, Why} <- Checks] ++ wrong_modules(Modules) of
        [] -> {ok, Child};
        [Why | _] -> {error, Why}
    end;
check_child(#child{start = Start}, _) -> {error, {invalid_mfa, Start}}.

wrong_modules(Modules) when is_list(Modules) -> [{invalid_module, M} || M <- Modules, not is_atom(M)];
wrong_modules(_) -> [].

spec(#child{id = Id, start = Start, restart = Restart, shutdown = Shutdown, type = Type,
            modules = Modules, significant = Significant}) ->
    #{id => Id, start => Start, restart => Restart, shutdown => Shutdown, type => Type,
      modules => Modules, significant => Significant}.

%% ---- Requests ----

handle_call({start_child, ExtraArgs}, _From, #state{strategy = simple_one_for_one} = State) ->
    [#child{start = {M, F, A}} = Template] = State#state.children,
    Args = A ++ ExtraArgs,
    case start_one(Template#child{start = {M, F, Args}}, State) of
        {ok, undefined} -> {reply, {ok, undefined}, State};
        {ok, Pid} -> {reply, {ok, Pid}, add_dynamic(Pid, Args, State)};
        {ok, Pid, Extra} -> {reply, {ok, Pid, Extra}, add_dynamic(Pid, Args, State)};
        Error -> {reply, Error, State}
    end;
handle_call({start_child, Spec}, _From, State) ->
    case check_spec(Spec, State#state.auto_shutdown) of
        {ok, Child} -> start_new(Child, State);
        Error -> {reply, Error, State}
    end;
handle_call({terminate_child, Pid}, _From, #state{strategy = simple_one_for_one} = State)
  when is_pid(Pid) ->
    [Template] = State#state.children,
    case is_map_key(Pid, State#state.dynamic) of
        true ->
            shutdown(Template#child{pid = Pid}, State),
            {reply, ok, drop_dynamic(Template#child{pid = Pid}, State)};
        false when is_map_key({restarting, Pid}, State#state.dynamic) ->
            {reply, ok, drop_dynamic(Template#child{pid = {restarting, Pid}}, State)};
        false -> {reply, unless_alive(Pid, ok), State}
    end;
handle_call({Request, _}, _From, #state{strategy = simple_one_for_one} = State)
  when Request =:= terminate_child; Request =:= restart_child; Request =:= delete_child ->
    {reply, {error, simple_one_for_one}, State};
handle_call({terminate_child, Id}, _From, State) ->
    case find(Id, State) of
        #child{restart = temporary} = Child ->
            shutdown(Child, State),
            {reply, ok, remove(Id, State)};
        #child{} = Child ->
            shutdown(Child, State),
            {reply, ok, replace(Child#child{pid = undefined}, State)};
        false -> {reply, {error, not_found}, State}
    end;
handle_call({restart_child, Id}, _From, State) ->
    case find(Id, State) of
        #child{pid = undefined} = Child ->
            case start_one(Child, State) of
                {ok, Pid} -> {reply, {ok, Pid}, replace(Child#child{pid = Pid}, State)};
                {ok, Pid, Extra} -> {reply, {ok, Pid, Extra}, replace(Child#child{pid = Pid}, State)};
                Error -> {reply, Error, State}
            end;
        #child{pid = {restarting, _}} -> {reply, {error, restarting}, State};
        #child{} -> {reply, {error, running}, State};
        false -> {reply, {error, not_found}, State}
    end;
handle_call({delete_child, Id}, _From, State) ->
    case find(Id, State) of
        #child{pid = undefined} -> {reply, ok, remove(Id, State)};
        #child{pid = {restarting, _}} -> {reply, {error, restarting}, State};
        #child{} -> {reply, {error, running}, State};
        false -> {reply, {error, not_found}, State}
    end;
handle_call({get_childspec, Pid}, _From, #state{strategy = simple_one_for_one} = State) ->
    [Template] = State#state.children,
    Specification = {ok, spec(Template)},
    case is_map_key(Pid, State#state.dynamic) orelse is_map_key({restarting, Pid}, State#state.dynamic) of
        true -> {reply, Specification, State};
        false when is_pid(Pid) -> {reply, unless_alive(Pid, Specification), State};
        false -> {reply, {error, not_found}, State}
    end;
handle_call({get_childspec, IdOrPid}, _From, State) ->
    case find_any(IdOrPid, State) of
        #child{} = Child -> {reply, {ok, spec(Child)}, State};
        false -> {reply, {error, not_found}, State}
    end;
handle_call({which_child, Id}, _From, State) ->
    case find(Id, State) of
        #child{} = Child -> {reply, {ok, describe(Child)}, State};
        false -> {reply, {error, not_found}, State}
    end;
handle_call(which_children, _From, #state{strategy = simple_one_for_one} = State) ->
    [#child{type = Type, modules = Modules}] = State#state.children,
    {reply, [{undefined, shown(Pid), Type, Modules} || Pid <- maps:keys(State#state.dynamic)], State};
handle_call(which_children, _From, State) ->
    %% OTP lists the children last started first.
    {reply, [describe(Child) || Child <- lists:reverse(State#state.children)], State};
handle_call(count_children, _From, #state{strategy = simple_one_for_one} = State) ->
    [#child{type = Type}] = State#state.children,
    N = map_size(State#state.dynamic),
    {Supervisors, Workers} = case Type of
                                 supervisor -> {N, 0};
                                 worker -> {0, N}
                             end,
    Active = length(dynamic_pids(State)),
    {reply, [{specs, 1}, {active, Active}, {supervisors, Supervisors}, {workers, Workers}], State};
handle_call(count_children, _From, #state{children = Children} = State) ->
    {reply, [{specs, length(Children)},
             {active, length([C || #child{pid = Pid} = C <- Children, is_pid(Pid)])},
             {supervisors, length([C || #child{type = supervisor} = C <- Children])},
             {workers, length([C || #child{type = worker} = C <- Children])}], State}.

handle_cast({try_again_restart, What}, State) -> again(What, State).

%% One that has ended may have been a child.
unless_alive(Pid, Answer) ->
    case node(Pid) =:= node() andalso is_process_alive(Pid) of
        true -> {error, not_found};
        false -> Answer
    end.

shown({restarting, _}) -> restarting;
shown(Pid) -> Pid.

start_new(#child{id = Id} = Child, State) ->
    case find(Id, State) of
        #child{pid = undefined} -> {reply, {error, already_present}, State};
        #child{pid = Pid} -> {reply, {error, {already_started, Pid}}, State};
        false ->
            case start_one(Child, State) of
                {ok, undefined} when Child#child.restart =:= temporary ->
                    {reply, {ok, undefined}, State};
                {ok, Pid} -> {reply, {ok, Pid}, add(Child#child{pid = Pid}, State)};
                {ok, Pid, Extra} -> {reply, {ok, Pid, Extra}, add(Child#child{pid = Pid}, State)};
                {error, {already_started, _} = Reason} -> {reply, {error, Reason}, State};
                {error, Reason} -> {reply, {error, {Reason, childspec_tuple(Child)}}, State}
            end
    end.

childspec_tuple(#child{id = Id, start = Start, restart = Restart, shutdown = Shutdown, type = Type,
                       modules = Modules, significant = Significant}) ->
    {child, undefined, Id, Start, Restart, Significant, Shutdown, Type, Modules}.

describe(#child{id = Id, pid = Pid, type = Type, modules = Modules}) -> {Id, shown(Pid), Type, Modules}.

%% ---- Exits of children ----

handle_info({'EXIT', Pid, Reason}, State) -> exited(Pid, Reason, State);
handle_info(Message, State) ->
    logger:log(error, "Supervisor received unexpected message: ~tp~n", [Message],
               #{domain => [otp], error_logger => #{tag => error}}),
    {noreply, State}.

exited(Pid, Reason, #state{strategy = simple_one_for_one, dynamic = Dynamic} = State) ->
    case Dynamic of
        #{Pid := Args} ->
            [#child{start = {M, F, _}} = Template] = State#state.children,
            Child = Template#child{pid = Pid, start = {M, F, Args}},
            child_exited(Child, Reason, State);
        _ -> {noreply, State}
    end;
exited(Pid, Reason, State) ->
    case lists:keyfind(Pid, #child.pid, State#state.children) of
        #child{} = Child -> child_exited(Child, Reason, State);
        false -> {noreply, State}
    end.

child_exited(#child{restart = Restart} = Child, Reason, State) ->
    Normal = is_normal(Reason),
    case Restart of
        permanent ->
            report(child_terminated, Reason, Child, State),
            restart(Child, State);
        transient when not Normal ->
            report(child_terminated, Reason, Child, State),
            restart(Child, State);
        transient -> finished(Child, State);
        temporary ->
            Normal orelse report(child_terminated, Reason, Child, State),
            finished(Child, State)
    end.

is_normal(normal) -> true;
is_normal(shutdown) -> true;
is_normal({shutdown, _}) -> true;
is_normal(_) -> false.

%% A child that is not restarted is forgotten when temporary (and always under simple_one_for_one).
finished(#child{restart = Restart, significant = Significant} = Child, State) ->
    Rest = case Restart of
               _ when State#state.strategy =:= simple_one_for_one -> drop_dynamic(Child, State);
               temporary -> remove(Child#child.id, State);
               transient -> replace(Child#child{pid = undefined}, State)
           end,
    case Significant andalso auto_shutdown(Rest) of
        true -> {stop, shutdown, Rest};
        false -> {noreply, Rest}
    end.

auto_shutdown(#state{auto_shutdown = any_significant}) -> true;
auto_shutdown(#state{auto_shutdown = all_significant, strategy = simple_one_for_one, dynamic = Dynamic}) ->
    map_size(Dynamic) =:= 0;
auto_shutdown(#state{auto_shutdown = all_significant, children = Children}) ->
    not lists:any(fun(#child{significant = S, pid = Pid}) -> S andalso Pid =/= undefined end, Children);
auto_shutdown(_) -> false.

restart(Child, State) ->
    case add_restart(State) of
        {ok, Counted} -> restart_now(Child, Counted);
        {too_many, Counted} ->
            report(shutdown, reached_max_restart_intensity, Child, State),
            {stop, shutdown, forget(Child, Counted)}
    end.

forget(Child, #state{strategy = simple_one_for_one} = State) -> drop_dynamic(Child, State);
forget(Child, State) -> replace(Child#child{pid = undefined}, State).

add_restart(#state{intensity = Intensity, period = Period, restarts = Restarts} = State) ->
    Now = erlang:monotonic_time(second),
    Recent = [Now | [T || T <- Restarts, T >= Now - Period]],
    Counted = State#state{restarts = Recent},
    case length(Recent) > Intensity of
        true -> {too_many, Counted};
        false -> {ok, Counted}
    end.

restart_now(#child{pid = Old, start = {_, _, Args}} = Child,
            #state{strategy = simple_one_for_one} = State) ->
    Dropped = drop_dynamic(Child, State),
    case start_one(Child, State) of
        {ok, undefined} -> {noreply, Dropped};
        {ok, Pid} -> {noreply, add_dynamic(Pid, Args, Dropped)};
        {ok, Pid, _} -> {noreply, add_dynamic(Pid, Args, Dropped)};
        {error, Reason} ->
            report(start_error, Reason, Child, State),
            Waiting = case Old of
                          {restarting, _} -> Old;
                          _ -> {restarting, Old}
                      end,
            try_again({dynamic, Child#child{pid = Waiting}}),
            {noreply, add_dynamic(Waiting, Args, Dropped)}
    end;
restart_now(Child, #state{strategy = one_for_one} = State) ->
    case start_one(Child, State) of
        {ok, Pid} -> {noreply, replace(Child#child{pid = Pid}, State)};
        {ok, Pid, _} -> {noreply, replace(Child#child{pid = Pid}, State)};
        {error, Reason} -> restart_failed(Child, Reason, State)
    end;
restart_now(#child{id = Id} = Child, #state{strategy = rest_for_one} = State) ->
    {Before, From} = lists:splitwith(fun(C) -> C#child.id =/= Id end, State#state.children),
    restart_group(Child, Before, From, State);
restart_now(Child, #state{strategy = one_for_all} = State) ->
    restart_group(Child, [], State#state.children, State).

%% Ends what still runs of Group, forgets the temporary ones among them, and starts the rest again.
restart_group(Failed, Before, Group, State) ->
    Dead = [case C#child.id =:= Failed#child.id of
                true -> C#child{pid = undefined};
                false -> C
            end || C <- Group],
    Ended = terminate_all(Dead, State),
    Kept = [C || C <- Ended, C#child.restart =/= temporary],
    case start_all(Kept, [], State) of
        {ok, Started} -> {noreply, State#state{children = Before ++ Started}};
        {error, Started, {failed_to_start_child, Id, Reason}} ->
            Rest = lists:nthtail(length(Started), Kept),
            Waiting = [case C#child.id =:= Id of
                           true -> C#child{pid = {restarting, undefined}};
                           false -> C
                       end || C <- Rest],
            Children = Before ++ lists:reverse(Started) ++ Waiting,
            restart_failed(lists:keyfind(Id, #child.id, Kept), Reason,
                           State#state{children = Children})
    end.

restart_failed(#child{id = Id} = Child, Reason, State) ->
    report(start_error, Reason, Child, State),
    try_again({static, Id}),
    {noreply, replace(Child#child{pid = {restarting, Child#child.pid}}, State)}.

%% Through the mailbox, so that requests and exits are served between the attempts.
try_again(What) -> gen_server:cast(self(), {try_again_restart, What}).

again({static, Id}, State) ->
    case find(Id, State) of
        #child{pid = {restarting, _}} = Child -> restart(Child, State);
        _ -> {noreply, State}
    end;
again({dynamic, #child{pid = Waiting} = Child}, State) ->
    case is_map_key(Waiting, State#state.dynamic) of
        true -> restart(Child, State);
        false -> {noreply, State}
    end.

%% ---- Ending children ----

terminate(_Reason, #state{strategy = simple_one_for_one, children = [Template]} = State) ->
    %% All at once: there may be very many.
    Pids = dynamic_pids(State),
    Monitors = [{Pid, monitor_and_unlink(Pid)} || Pid <- Pids],
    How = Template#child.shutdown,
    Signal = case How of
                 brutal_kill -> kill;
                 _ -> shutdown
             end,
    [exit(Pid, Signal) || Pid <- Pids],
    Deadline = case How of
                   Time when is_integer(Time) -> erlang:monotonic_time(millisecond) + Time;
                   _ -> infinity
               end,
    await_all(Monitors, Deadline),
    ok;
terminate(_Reason, State) ->
    terminate_all(State#state.children, State),
    ok.

await_all([{Pid, Monitor} | Rest], Deadline) ->
    receive
        {'DOWN', Monitor, process, Pid, _} -> ok
    after time_left(Deadline) ->
            exit(Pid, kill),
            receive {'DOWN', Monitor, process, Pid, _} -> ok end
    end,
    await_all(Rest, Deadline);
await_all([], _) -> ok.

time_left(infinity) -> infinity;
time_left(Deadline) -> max(0, Deadline - erlang:monotonic_time(millisecond)).

%% Last started, first ended.
terminate_all(Children, State) ->
    lists:foldl(fun(Child, Ended) -> shutdown(Child, State), [Child#child{pid = undefined} | Ended] end,
                [], lists:reverse(Children)).

shutdown(#child{pid = Pid} = Child, State) when is_pid(Pid) ->
    Monitor = monitor_and_unlink(Pid),
    Result = case Child#child.shutdown of
                 brutal_kill ->
                     exit(Pid, kill),
                     receive {'DOWN', Monitor, process, Pid, Why} -> expected(Why, killed) end;
                 Time ->
                     exit(Pid, shutdown),
                     receive
                         {'DOWN', Monitor, process, Pid, Why} -> expected(Why, shutdown)
                     after Time ->
                             exit(Pid, kill),
                             receive {'DOWN', Monitor, process, Pid, Why} -> {error, Why} end
                     end
             end,
    case Result of
        ok -> ok;
        {error, normal} when Child#child.restart =/= permanent -> ok;
        {error, Reason} -> report(shutdown_error, Reason, Child, State)
    end;
shutdown(_, _) -> ok.

expected(Reason, Reason) -> ok;
expected({shutdown, _}, shutdown) -> ok;
expected(Reason, _) -> {error, Reason}.

%% The monitor comes first: an exit that the link has already delivered is then not lost.
monitor_and_unlink(Pid) ->
    Monitor = erlang:monitor(process, Pid),
    erlang:unlink(Pid),
    receive
        {'EXIT', Pid, Reason} ->
            erlang:demonitor(Monitor, [flush]),
            self() ! {'DOWN', Monitor, process, Pid, Reason}
    after 0 -> ok
    end,
    Monitor.

%% ---- The children's table ----

find(Id, State) -> lists:keyfind(Id, #child.id, State#state.children).

find_any(IdOrPid, State) ->
    case find(IdOrPid, State) of
        false -> lists:keyfind(IdOrPid, #child.pid, State#state.children);
        Child -> Child
    end.

%% What a temporary child was started with is of no use any more, and may be large.
add(#child{restart = temporary, start = {M, F, _}} = Child, State) ->
    add_last(Child#child{start = {M, F, undefined}}, State);
add(Child, State) -> add_last(Child, State).

add_last(Child, State) -> State#state{children = State#state.children ++ [Child]}.

replace(#child{id = Id} = Child, State) ->
    State#state{children = lists:keyreplace(Id, #child.id, State#state.children, Child)}.

remove(Id, State) -> State#state{children = lists:keydelete(Id, #child.id, State#state.children)}.

add_dynamic(Pid, _, #state{dynamic = Dynamic, children = [#child{restart = temporary}]} = State) ->
    State#state{dynamic = Dynamic#{Pid => undefined}};
add_dynamic(Pid, Args, #state{dynamic = Dynamic} = State) ->
    State#state{dynamic = Dynamic#{Pid => Args}}.

dynamic_pids(#state{dynamic = Dynamic}) -> [Pid || Pid <- maps:keys(Dynamic), is_pid(Pid)].

drop_dynamic(#child{pid = Pid}, #state{dynamic = Dynamic} = State) ->
    State#state{dynamic = maps:remove(Pid, Dynamic)}.

%% ---- The rest ----

%% Asks the callback module for flags and specifications anew. Children that run go on; new ones are not started.
code_change(_, #state{module = Module, args = Args} = State, _) ->
    case Module:init(Args) of
        {ok, {Flags, Specs}} ->
            case check_flags(Flags, State) of
                {ok, Changed} -> change_children(Specs, Changed);
                {error, {invalid_type, _}} -> {error, {bad_flags, Flags}};
                Error -> Error
            end;
        ignore -> {ok, State};
        Error -> Error
    end.

change_children(Specs, #state{strategy = simple_one_for_one} = State) when length(Specs) =/= 1 ->
    {error, {bad_start_spec, State#state.children}};
change_children(Specs, #state{children = Old} = State) ->
    case check_specs(Specs, State#state.auto_shutdown) of
        {ok, New} ->
            Ids = [Id || #child{id = Id} <- New],
            Kept = [Child || #child{id = Id} = Child <- Old, not lists:member(Id, Ids),
                             State#state.strategy =/= simple_one_for_one],
            Taken = [case lists:keyfind(Id, #child.id, Old) of
                         #child{pid = Pid} -> Child#child{pid = Pid};
                         false -> Child
                     end || #child{id = Id} = Child <- New],
            {ok, State#state{children = Taken ++ Kept}};
        {error, Reason} -> {error, Reason}
    end.

report(Error, Reason, Child, #state{name = Name}) ->
    moonbeam_report:log_sasl("SUPERVISOR REPORT", supervisor_report, fun ?MODULE:format_log/2,
                             #{label => {?MODULE, Error},
                               report => [{supervisor, Name}, {errorContext, Error}, {reason, Reason},
                                          {offender, described(Child)}]}).

%% Who looks for these sets the level to info.
progress(Child, #state{name = Name}) ->
    case logger:allow(info, ?MODULE) of
        true ->
            logger:log(info, #{label => {?MODULE, progress}, report => [{supervisor, Name}, {started, described(Child)}]},
                       #{domain => [otp, sasl], report_cb => fun ?MODULE:format_log/2,
                         logger_formatter => #{title => "PROGRESS REPORT"},
                         error_logger => #{tag => info_report, type => progress}});
        false -> ok
    end.

described(#child{pid = Pid, id = Id, start = Start, restart = Restart, significant = Significant,
                 shutdown = Shutdown, type = Type}) ->
    [{pid, Pid}, {id, Id}, {mfargs, Start}, {restart_type, Restart}, {significant, Significant},
     {shutdown, Shutdown}, {child_type, Type}].

format_log(Report) -> moonbeam_report:format(Report).
format_log(Report, Options) -> moonbeam_report:format(Report, Options).

format_status(terminate, [_, State]) -> State;
format_status(normal, [_, #state{module = Module} = State]) ->
    [{data, [{"State", State}]}, {supervisor, [{"Callback", Module}]}].
