%% State machines: OTP's stdlib manual, module gen_statem. Both callback modes, state enter calls, postponed and inserted
%% events, event, state and generic timeouts, and a change of callback module.
-module(gen_statem).

-export([start/3, start/4, start_link/3, start_link/4, start_monitor/3, start_monitor/4, stop/1, stop/3,
         call/2, call/3, cast/2, reply/1, reply/2, send_request/2, wait_response/2, receive_response/2,
         check_response/2, enter_loop/4, enter_loop/5, enter_loop/6]).
-export([init_it/6, system_continue/3, system_terminate/4, system_get_state/1, system_replace_state/2,
         system_code_change/4, wake_up/1]).

-callback init(Args :: term()) -> term().
-callback callback_mode() -> term().
-callback handle_event(Type :: term(), Content :: term(), State :: term(), Data :: term()) -> term().
-callback terminate(Reason :: term(), State :: term(), Data :: term()) -> term().
-callback code_change(OldVersion :: term(), State :: term(), Data :: term(), Extra :: term()) -> term().
-optional_callbacks([handle_event/4, terminate/3, code_change/4]).

%% timers: timeout type -> {timer reference, content}. postponed: newest first. queue: events to handle before the mailbox.
%% A timeout of 0 stands in the queue as {at_once, Type, Content}.
-record(machine, {parent, name, module, mode, enter, state, data, timers = #{}, postponed = [],
                  queue = [], hibernate = false, debug = [], hibernate_after = infinity}).
%% What the actions of one callback ask for.
-record(wish, {postpone = false, hibernate = false, events = [], timeouts = [], replies = [],
               module = same}).

%% ---- The client's side ----

start(Module, Args, Options) -> gen:start(?MODULE, nolink, Module, Args, Options).
start(Name, Module, Args, Options) -> gen:start(?MODULE, nolink, Name, Module, Args, Options).
start_link(Module, Args, Options) -> gen:start(?MODULE, link, Module, Args, Options).
start_link(Name, Module, Args, Options) -> gen:start(?MODULE, link, Name, Module, Args, Options).
start_monitor(Module, Args, Options) -> gen:start(?MODULE, monitor, Module, Args, Options).
start_monitor(Name, Module, Args, Options) -> gen:start(?MODULE, monitor, Name, Module, Args, Options).

stop(Machine) -> gen:stop(Machine).
stop(Machine, Reason, Timeout) -> gen:stop(Machine, Reason, Timeout).

call(Machine, Request) -> call(Machine, Request, infinity).

call(Machine, Request, Timeout) ->
    Time = case Timeout of
               {clean_timeout, T} -> T;
               {dirty_timeout, T} -> T;
               T -> T
           end,
    try gen:call(Machine, '$gen_call', Request, Time) of
        {ok, Reply} -> Reply
    catch
        exit:Reason:Stack ->
            erlang:raise(exit, {Reason, {?MODULE, call, [Machine, Request, Timeout]}}, Stack)
    end.

cast({global, Name}, Event) -> catch global:send(Name, {'$gen_cast', Event}), ok;
cast({via, Module, Name}, Event) -> catch Module:send(Name, {'$gen_cast', Event}), ok;
cast(Machine, Event) -> catch erlang:send(Machine, {'$gen_cast', Event}), ok.

reply(Replies) when is_list(Replies) -> [reply(Reply) || Reply <- Replies], ok;
reply({reply, From, Reply}) -> reply(From, Reply).
reply(From, Reply) -> gen:reply(From, Reply).

send_request(Machine, Request) -> gen:send_request(Machine, '$gen_call', Request).
wait_response(Id, Timeout) -> gen:wait_response(Id, Timeout).
receive_response(Id, Timeout) -> gen:receive_response(Id, Timeout).
check_response(Message, Id) -> gen:check_response(Message, Id).

%% ---- Starting ----

init_it(Starter, Parent, Name, Module, Args, Options) ->
    Machine = #machine{parent = Parent, name = gen:name_of(Name), module = Module,
                       hibernate_after = gen:hibernate_after(Options)},
    Told = fun(_, Reason, _) -> Reason end,
    started(gen:init(Starter, Name, Module, Args, Told), Starter, Name, Machine).

started({ok, State, Data}, Starter, Name, Machine) -> started({ok, State, Data, []}, Starter, Name, Machine);
started({ok, State, Data, Actions}, Starter, Name, Machine0) ->
    try with_mode(Machine0) of
        Machine ->
            proc_lib:init_ack(Starter, {ok, self()}),
            enter_first(State, Data, Actions, Machine)
    catch
        error:Reason:Stack ->
            gen:unregister_name(Name),
            proc_lib:init_fail(Starter, {error, Reason}, {error, Reason, Stack})
    end;
started({stop, Reason}, Starter, Name, _) ->
    gen:unregister_name(Name),
    proc_lib:init_fail(Starter, {error, Reason}, {exit, Reason});
started({error, Reason}, Starter, Name, _) ->
    gen:unregister_name(Name),
    proc_lib:init_fail(Starter, {error, Reason}, {exit, normal});
started(ignore, Starter, Name, _) ->
    gen:unregister_name(Name),
    proc_lib:init_fail(Starter, ignore, {exit, normal});
started(Other, Starter, Name, _) ->
    gen:unregister_name(Name),
    Reason = {bad_return_from_init, Other},
    proc_lib:init_fail(Starter, {error, Reason}, {exit, Reason}).

with_mode(#machine{module = Module} = Machine) ->
    Modes = case Module:callback_mode() of
                List when is_list(List) -> List;
                Mode -> [Mode]
            end,
    case [M || M <- Modes, M =:= state_functions orelse M =:= handle_event_function] of
        [M] -> Machine#machine{mode = M, enter = lists:member(state_enter, Modes)};
        _ -> erlang:error({bad_return_from_callback_mode, Modes})
    end.

enter_loop(Module, Options, State, Data) -> enter_loop(Module, Options, State, Data, self(), []).

enter_loop(Module, Options, State, Data, Actions) when is_list(Actions) ->
    enter_loop(Module, Options, State, Data, self(), Actions);
enter_loop(Module, Options, State, Data, Name) -> enter_loop(Module, Options, State, Data, Name, []).

enter_loop(Module, Options, State, Data, Name, Actions) ->
    OwnName = gen:own_name(Name),
    Parent = gen:get_parent(),
    enter_first(State, Data, Actions,
                with_mode(#machine{parent = Parent, name = OwnName, module = Module,
                                   hibernate_after = gen:hibernate_after(Options)})).

enter_first(State, Data, Actions, Machine0) ->
    Machine = Machine0#machine{state = State, data = Data},
    Wish = actions(Actions, #wish{}, Machine),
    entered(State, Wish, fun(Wish2, Machine2) -> arrange(Wish2, Machine2) end, Machine).

%% ---- The loop ----

next(#machine{queue = [{Type, Content} | Queue]} = Machine) ->
    event(Type, Content, Machine#machine{queue = Queue});
next(#machine{queue = [{at_once, Type, Content} | Queue]} = Machine) ->
    event(Type, Content, Machine#machine{queue = Queue});
next(#machine{hibernate = true} = Machine) ->
    proc_lib:hibernate(?MODULE, wake_up, [Machine#machine{hibernate = false}]);
next(#machine{hibernate_after = After} = Machine) ->
    receive
        Message -> message(Message, Machine)
    after After -> proc_lib:hibernate(?MODULE, wake_up, [Machine])
    end.

wake_up(Machine) -> next(Machine).

message({system, From, Request}, #machine{parent = Parent, debug = Debug} = Machine) ->
    sys:handle_system_msg(Request, From, Parent, ?MODULE, Debug, Machine);
message({'EXIT', Parent, Reason}, #machine{parent = Parent} = Machine) ->
    terminate(exit, Reason, [], Machine);
message({'$gen_call', From, Request}, Machine) -> event({call, From}, Request, Machine);
message({'$gen_cast', Event}, Machine) -> event(cast, Event, Machine);
message({timeout, Ref, {?MODULE, Type}} = Message, #machine{timers = Timers} = Machine) ->
    case Timers of
        #{Type := {Ref, Content}} ->
            event(Type, Content, Machine#machine{timers = maps:remove(Type, Timers)});
        _ -> event(info, Message, Machine)
    end;
message(Message, Machine) -> event(info, Message, Machine).

%% Any event ends an event timeout. That which fires is not set any more; a postponed one is an event like others.
event(Type, Content, Machine0) ->
    Machine = cancel_timer(timeout, Machine0),
    Result = invoke(Type, Content, Machine),
    result(Result, Type, Content, Machine).

invoke(Type, Content, #machine{module = Module, mode = Mode, state = State, data = Data}) ->
    try
        case Mode of
            state_functions -> Module:State(Type, Content, Data);
            handle_event_function -> Module:handle_event(Type, Content, State, Data)
        end
    catch
        throw:Result -> Result;
        Class:Reason:Stack -> {?MODULE, Class, Reason, Stack}
    end.

result({?MODULE, Class, Reason, Stack}, Type, Content, Machine) ->
    terminate(Class, Reason, Stack, Machine#machine{queue = [{Type, Content} | Machine#machine.queue]});
result({next_state, State, Data}, Type, Content, Machine) ->
    transition(State, Data, [], false, Type, Content, Machine);
result({next_state, State, Data, Actions}, Type, Content, Machine) ->
    transition(State, Data, Actions, false, Type, Content, Machine);
result({keep_state, Data}, Type, Content, Machine) ->
    transition(Machine#machine.state, Data, [], false, Type, Content, Machine);
result({keep_state, Data, Actions}, Type, Content, Machine) ->
    transition(Machine#machine.state, Data, Actions, false, Type, Content, Machine);
result(keep_state_and_data, Type, Content, Machine) ->
    transition(Machine#machine.state, Machine#machine.data, [], false, Type, Content, Machine);
result({keep_state_and_data, Actions}, Type, Content, Machine) ->
    transition(Machine#machine.state, Machine#machine.data, Actions, false, Type, Content, Machine);
result({repeat_state, Data}, Type, Content, Machine) ->
    transition(Machine#machine.state, Data, [], true, Type, Content, Machine);
result({repeat_state, Data, Actions}, Type, Content, Machine) ->
    transition(Machine#machine.state, Data, Actions, true, Type, Content, Machine);
result(repeat_state_and_data, Type, Content, Machine) ->
    transition(Machine#machine.state, Machine#machine.data, [], true, Type, Content, Machine);
result({repeat_state_and_data, Actions}, Type, Content, Machine) ->
    transition(Machine#machine.state, Machine#machine.data, Actions, true, Type, Content, Machine);
result(stop, _, _, Machine) -> terminate(exit, normal, [], Machine);
result({stop, Reason}, _, _, Machine) -> terminate(exit, Reason, [], Machine);
result({stop, Reason, Data}, _, _, Machine) -> terminate(exit, Reason, [], Machine#machine{data = Data});
result({stop_and_reply, Reason, Replies}, _, _, Machine) ->
    stop_and_reply(Reason, Replies, Machine);
result({stop_and_reply, Reason, Replies, Data}, _, _, Machine) ->
    stop_and_reply(Reason, Replies, Machine#machine{data = Data});
result(Other, _, _, Machine) ->
    terminate(error, {bad_return_from_state_function, Other}, [], Machine).

stop_and_reply(Reason, Replies, Machine) ->
    try terminate(exit, Reason, [], Machine)
    after reply(case is_list(Replies) of true -> Replies; false -> [Replies] end)
    end.

%% ---- Transitions ----

transition(State, Data, Actions, Repeat, Type, Content, #machine{state = Old} = Machine0) ->
    try actions(Actions, #wish{}, Machine0) of
        Wish ->
            Changed = State =/= Old,
            Machine1 = Machine0#machine{state = State, data = Data},
            Machine2 = case Wish#wish.postpone of
                           true ->
                               Machine1#machine{postponed = [{Type, Content} | Machine1#machine.postponed]};
                           false -> Machine1
                       end,
            Machine3 = case Changed of
                           true -> release(cancel_timer(state_timeout, Machine2));
                           false -> Machine2
                       end,
            case Changed orelse Repeat of
                true -> entered(Old, Wish, fun arrange/2, new_module(Wish, Machine3));
                false -> arrange(Wish, new_module(Wish, Machine3))
            end
    catch
        error:{bad_action_from_state_function, _} = Reason:Stack ->
            terminate(error, Reason, Stack, Machine0#machine{state = State, data = Data})
    end.

%% A change of state brings the postponed events back, oldest first, before what waits.
release(#machine{postponed = Postponed, queue = Queue} = Machine) ->
    Machine#machine{postponed = [], queue = lists:reverse(Postponed, Queue)}.

new_module(#wish{module = same}, Machine) -> Machine;
new_module(#wish{module = Module}, Machine) -> with_mode(Machine#machine{module = Module}).

%% The state enter call. Its actions add to those of the transition; it may not change state, postpone or insert events.
entered(_, Wish, Then, #machine{enter = false} = Machine) -> Then(Wish, Machine);
entered(Old, Wish, Then, #machine{state = State} = Machine) ->
    case invoke(enter, Old, Machine) of
        {next_state, State, Data} -> Then(Wish, Machine#machine{data = Data});
        {next_state, State, Data, Actions} -> entered_with(Actions, Wish, Then, Machine#machine{data = Data});
        {keep_state, Data} -> Then(Wish, Machine#machine{data = Data});
        {keep_state, Data, Actions} -> entered_with(Actions, Wish, Then, Machine#machine{data = Data});
        keep_state_and_data -> Then(Wish, Machine);
        {keep_state_and_data, Actions} -> entered_with(Actions, Wish, Then, Machine);
        {repeat_state, Data} -> entered(State, Wish, Then, Machine#machine{data = Data});
        repeat_state_and_data -> entered(State, Wish, Then, Machine);
        {next_state, _, _} = Other -> terminate(error, {bad_state_enter_return_from_state_function, Other}, [], Machine);
        {next_state, _, _, _} = Other ->
            terminate(error, {bad_state_enter_return_from_state_function, Other}, [], Machine);
        Other -> result(Other, enter, Old, Machine)
    end.

entered_with(Actions, Wish, Then, Machine) ->
    try actions(Actions, Wish, Machine) of
        Wish2 -> Then(Wish2, Machine)
    catch
        error:{bad_action_from_state_function, _} = Reason:Stack ->
            terminate(error, Reason, Stack, Machine)
    end.

%% Replies go out, timers are set, inserted events stand first; a timeout of 0 is an event after those.
arrange(#wish{events = Events, timeouts = Timeouts, replies = Replies, hibernate = Hibernate}, Machine0) ->
    [gen:reply(From, Reply) || {From, Reply} <- lists:reverse(Replies)],
    #machine{queue = Queue} = Machine0,
    Machine1 = Machine0#machine{queue = lists:reverse(Events, Queue), hibernate = Hibernate},
    Machine2 = lists:foldl(fun set_timer/2, Machine1, lists:reverse(Timeouts)),
    %% An event already waiting ends an event timeout at once.
    Machine3 = case Machine2#machine.queue of
                   [] -> Machine2;
                   [{at_once, timeout, _} | _] -> Machine2;
                   [_ | _] -> cancel_timer(timeout, Machine2)
               end,
    next(Machine3).

set_timer({Type, cancel}, Machine) -> cancel_timer(Type, Machine);
set_timer({Type, update, Content}, #machine{timers = Timers} = Machine) ->
    case Timers of
        #{Type := {Ref, _}} -> Machine#machine{timers = Timers#{Type := {Ref, Content}}};
        _ -> set_timer({Type, 0, Content, []}, Machine)
    end;
set_timer({Type, infinity, _, _}, Machine) -> cancel_timer(Type, Machine);
set_timer({Type, 0, Content, _}, Machine0) ->
    #machine{queue = Queue} = Machine = cancel_timer(Type, Machine0),
    Machine#machine{queue = Queue ++ [{at_once, Type, Content}]};
set_timer({Type, Time, Content, Options}, Machine0) ->
    #machine{timers = Timers} = Machine = cancel_timer(Type, Machine0),
    Ref = erlang:start_timer(Time, self(), {?MODULE, Type}, Options),
    Machine#machine{timers = Timers#{Type => {Ref, Content}}}.

%% A timeout that has fired already is taken out of the queue and the mailbox too.
cancel_timer(Type, #machine{timers = Timers, queue = Queue} = Machine) ->
    case Timers of
        #{Type := {Ref, _}} ->
            case erlang:cancel_timer(Ref) of
                false -> receive {timeout, Ref, _} -> ok after 0 -> ok end;
                _ -> ok
            end,
            Machine#machine{timers = maps:remove(Type, Timers)};
        _ when Queue =:= [] -> Machine;
        _ -> Machine#machine{queue = [Event || Event <- Queue, not is_timeout_at_once(Type, Event)]}
    end.

is_timeout_at_once(Type, {at_once, Type, _}) -> true;
is_timeout_at_once(_, _) -> false.

%% ---- Actions ----

actions(Actions, Wish, Machine) when is_list(Actions) ->
    lists:foldl(fun(Action, W) -> action(Action, W, Machine) end, Wish, Actions);
actions(Action, Wish, Machine) -> action(Action, Wish, Machine).

action(postpone, Wish, _) -> Wish#wish{postpone = true};
action({postpone, Bool}, Wish, _) when is_boolean(Bool) -> Wish#wish{postpone = Bool};
action(hibernate, Wish, _) -> Wish#wish{hibernate = true};
action({hibernate, Bool}, Wish, _) when is_boolean(Bool) -> Wish#wish{hibernate = Bool};
action({reply, From, Reply}, #wish{replies = Replies} = Wish, _) ->
    Wish#wish{replies = [{From, Reply} | Replies]};
action({next_event, Type, Content}, #wish{events = Events} = Wish, _) ->
    Wish#wish{events = [{Type, Content} | Events]};
action({change_callback_module, Module}, Wish, _) -> Wish#wish{module = Module};
action({timeout, Time, Content}, Wish, _) when Time =:= infinity; is_integer(Time) ->
    timeout({timeout, Time, Content, []}, Wish);
action({timeout, Time, Content, Options}, Wish, _) when Time =:= infinity; is_integer(Time) ->
    timeout({timeout, Time, Content, options(Options)}, Wish);
action({timeout, cancel}, Wish, _) -> timeout({timeout, cancel}, Wish);
action({timeout, update, Content}, Wish, _) -> timeout({timeout, update, Content}, Wish);
action({state_timeout, Time, Content}, Wish, _) when Time =:= infinity; is_integer(Time) ->
    timeout({state_timeout, Time, Content, []}, Wish);
action({state_timeout, Time, Content, Options}, Wish, _) when Time =:= infinity; is_integer(Time) ->
    timeout({state_timeout, Time, Content, options(Options)}, Wish);
action({state_timeout, cancel}, Wish, _) -> timeout({state_timeout, cancel}, Wish);
action({state_timeout, update, Content}, Wish, _) -> timeout({state_timeout, update, Content}, Wish);
action({{timeout, _} = Type, Time, Content}, Wish, _) when Time =:= infinity; is_integer(Time) ->
    timeout({Type, Time, Content, []}, Wish);
action({{timeout, _} = Type, Time, Content, Options}, Wish, _) when Time =:= infinity; is_integer(Time) ->
    timeout({Type, Time, Content, options(Options)}, Wish);
action({{timeout, _} = Type, cancel}, Wish, _) -> timeout({Type, cancel}, Wish);
action({{timeout, _} = Type, update, Content}, Wish, _) -> timeout({Type, update, Content}, Wish);
action(infinity, Wish, _) -> timeout({timeout, infinity, infinity, []}, Wish);
action(Time, Wish, _) when is_integer(Time), Time >= 0 -> timeout({timeout, Time, Time, []}, Wish);
action(Other, _, _) -> erlang:error({bad_action_from_state_function, Other}).

options(Options) when is_list(Options) -> Options;
options(Option) -> [Option].

timeout(Timeout, #wish{timeouts = Timeouts} = Wish) -> Wish#wish{timeouts = [Timeout | Timeouts]}.

%% ---- The end ----

terminate(Class, Reason, Stack, #machine{module = Module, state = State, data = Data} = Machine) ->
    Exit = case Class of
               error -> {Reason, Stack};
               exit -> Reason
           end,
    case erlang:function_exported(Module, terminate, 3) of
        true ->
            try Module:terminate(Exit, State, Data)
            catch
                throw:_ -> ok;
                Class2:Reason2:Stack2 ->
                    report(Class2, Reason2, Stack2, Machine),
                    erlang:raise(Class2, Reason2, Stack2)
            end;
        false -> ok
    end,
    case Exit of
        normal -> ok;
        shutdown -> ok;
        {shutdown, _} -> ok;
        _ -> report(Class, Reason, Stack, Machine)
    end,
    case Class of
        error -> erlang:raise(error, Reason, Stack);
        exit -> exit(Reason)
    end.

report(Class, Reason, Stack, #machine{name = Name, mode = Mode, state = State, data = Data,
                                      queue = Queue, postponed = Postponed}) ->
    logger:report(error, "** State machine ~tp terminating~n** When server state  = ~tp~n"
                  "** Reason for termination = ~tp:~tp~n** Callback modules = ~tp~n** Queued = ~tp~n"
                  "** Postponed = ~tp~n** Stacktrace =~n**  ~tp~n",
                  [Name, {State, Data}, Class, Reason, Mode, Queue, Postponed, Stack]).

%% ---- System messages ----

system_continue(Parent, Debug, Machine) -> next(Machine#machine{parent = Parent, debug = Debug}).
system_terminate(Reason, _Parent, Debug, Machine) ->
    terminate(exit, Reason, [], Machine#machine{debug = Debug}).
system_get_state(#machine{state = State, data = Data}) -> {ok, {State, Data}}.

system_replace_state(Replace, #machine{state = State, data = Data} = Machine) ->
    {NewState, NewData} = New = Replace({State, Data}),
    {ok, New, Machine#machine{state = NewState, data = NewData}}.

system_code_change(#machine{module = Module, state = State, data = Data} = Machine, _, OldVersion, Extra) ->
    case catch Module:code_change(OldVersion, State, Data, Extra) of
        {ok, NewState, NewData} -> {ok, with_mode(Machine#machine{state = NewState, data = NewData})};
        Other -> Other
    end.
