%% What a handler gets of the reports of servers, state machines, event managers, supervisors and crashes, and their texts.
-module(reports_of_behaviours).
-export([main/0, log/2, init/1, handle_call/3, handle_cast/2, callback_mode/0, handle_event/4, handle_event/2, handle_call/2,
         start_child/0, wait/0]).

log(Event, #{config := Main}) -> Main ! {event, Event}.

init({sup, Flags}) -> {ok, {Flags, [#{id => child, start => {?MODULE, start_child, []}, restart => temporary}]}};
init({machine, State}) -> {ok, State, data};
init(State) -> {ok, State}.
handle_call(stop, _, S) -> {stop, {because, S}, S};
handle_call(bad, _, _) -> nonsense;
handle_call(crash, _, _) -> error(crashed).
handle_cast(exit, _) -> exit(gone).
callback_mode() -> handle_event_function.
handle_event(cast, stop, _, _) -> {stop, because};
handle_event(cast, later, _, _) -> {keep_state_and_data, [postpone]};
handle_event(cast, crash, _, _) -> error(crashed).
handle_event(crash, _) -> exit(crashed);
handle_event(bad, S) -> {nonsense, S}.
handle_call(_, S) -> {ok, ok, S}.

start_child() -> {ok, proc_lib:spawn_link(?MODULE, wait, [])}.
wait() -> receive {stop, Reason} -> exit(Reason) end.

main() ->
    process_flag(trap_exit, true),
    #{level := Level} = logger:get_primary_config(),
    {ok, Default} = logger:get_handler_config(default),
    logger:remove_handler(default),
    logger:set_primary_config(level, info),
    logger:add_handler(collect, ?MODULE, #{config => self()}),
    servers(), machines(), managers(), supervisors(),
    logger:remove_handler(collect),
    logger:add_handler(default, logger_std_h, Default),
    logger:set_primary_config(level, Level),
    [receive {'EXIT', _, _} -> ok end || _ <- [1]].

%% The next event, of which what differs from run to run is left out.
event() ->
    receive {event, Event} -> Event end.

show(#{level := Level, msg := {report, #{label := Label} = Report}, meta := Meta}) ->
    io:format("~p ~p ~p ~p~n", [Level, Label, maps:get(domain, Meta), maps:get(logger_formatter, Meta, none)]),
    case Report of
        #{report := [Own, Neighbours]} when Label =:= {proc_lib, crash} ->
            io:format("~p ~p~n", [[K || {K, _} <- Own], Neighbours]),
            io:format("~p ~p~n", [proplists:get_value(initial_call, Own), plain(proplists:get_value(error_info, Own))]);
        #{report := List} -> [io:format("  ~p: ~p~n", [K, plain(V)]) || {K, V} <- List];
        _ -> [io:format("  ~p: ~p~n", [K, plain(V)]) || {K, V} <- lists:sort(maps:to_list(maps:remove(label, Report)))]
    end.

plain({Pid, dead}) when is_pid(Pid) -> dead;
plain({Pid, {Pid, Stack}}) when is_pid(Pid), is_list(Stack) -> client;
plain({exit, Reason, Stack}) when is_list(Stack) -> {exit, Reason};
plain({Class, Reason, [_ | _]}) when is_atom(Class) -> {Class, Reason, stack};
plain([{in, {'$gen_call', {_, _}, What}}]) -> {in, call, What};
plain({Reason, [{_, _, _, _} | _]}) -> {Reason, stack};
plain({'EXIT', {Reason, [{_, _, _, _} | _]}}) -> {'EXIT', {Reason, stack}};
plain([{pid, _} | Rest]) -> [pid | Rest];
plain([{nb_children, _} | _] = L) -> L;
plain(Pid) when is_pid(Pid) -> pid;
plain({Pid, Module}) when is_pid(Pid) -> {pid, Module};
plain(Term) -> Term.

one_line(#{} = Event) ->
    Text = logger_formatter:format(Event, #{template => [msg], single_line => true}),
    io:format("~ts~n", [re:replace(Text, "<[0-9.]+>|#Ref<[0-9.]+>", "_", [global, {return, list}])]).

servers() ->
    {ok, A} = gen_server:start(?MODULE, one, []),
    catch gen_server:call(A, crash),
    show(event()), show(event()),
    {ok, B} = gen_server:start({local, named}, ?MODULE, two, []),
    catch gen_server:call(B, bad),
    show(event()), show(event()),
    {ok, C} = gen_server:start(?MODULE, three, [{debug, [{log, 3}]}]),
    catch gen_server:call(C, stop),
    E = event(), show(E), _ = event(),
    {ok, D} = gen_server:start(?MODULE, four, []),
    D ! hello,
    F = event(), show(F), one_line(F),
    io:format("~ts", [logger_formatter:format(F, #{template => [msg], single_line => false})]),
    gen_server:cast(D, exit), show(event()), show(event()).

machines() ->
    {ok, A} = gen_statem:start(?MODULE, {machine, up}, []),
    gen_statem:cast(A, later), gen_statem:cast(A, crash),
    show(event()), show(event()),
    {ok, B} = gen_statem:start({local, machine}, ?MODULE, {machine, up}, []),
    gen_statem:cast(B, stop),
    show(event()), show(event()),
    {ok, C} = gen_statem:start(?MODULE, {machine, up}, [{debug, [{log, 2}]}]),
    gen_statem:cast(C, stop),
    #{msg := {report, #{log := Log}}} = event(), io:format("~p~n", [Log]), _ = event().

managers() ->
    {ok, M} = gen_event:start({local, manager}),
    gen_event:add_handler(M, ?MODULE, state),
    gen_event:notify(M, bad),
    E = event(), show(E), one_line(E),
    io:format("~ts", [logger_formatter:format(E, #{template => [msg], single_line => false})]),
    gen_event:add_handler(M, {?MODULE, id}, state),
    gen_event:notify(M, crash),
    show(event()),
    gen_event:add_handler(M, ?MODULE, state),
    M ! info,
    show(event()),
    gen_event:stop(M).

supervisors() ->
    {ok, S} = supervisor:start_link({local, the_sup}, ?MODULE, {sup, #{}}),
    P = event(), show(P), one_line(P),
    [{child, Child, _, _}] = supervisor:which_children(S),
    Child ! {stop, because},
    show(event()),
    T = event(), show(T), one_line(T),
    exit(S, kill).
%% expect: error {gen_server,terminate} [otp] none
%% expect:   client_info: client
%% expect:   last_message: crash
%% expect:   log: []
%% expect:   name: pid
%% expect:   reason: {crashed,stack}
%% expect:   state: one
%% expect: error {proc_lib,crash} [otp,sasl] #{title => "CRASH REPORT"}
%% expect: [initial_call,pid,registered_name,error_info,ancestors,message_queue_len,
%% expect:  messages,links,dictionary,trap_exit,status,heap_size,stack_size,reductions] []
%% expect: {reports_of_behaviours,init,['Argument__1']} {error,crashed,stack}
%% expect: error {gen_server,terminate} [otp] none
%% expect:   client_info: client
%% expect:   last_message: bad
%% expect:   log: []
%% expect:   name: named
%% expect:   reason: {bad_return_value,nonsense}
%% expect:   state: two
%% expect: error {proc_lib,crash} [otp,sasl] #{title => "CRASH REPORT"}
%% expect: [initial_call,pid,registered_name,error_info,ancestors,message_queue_len,
%% expect:  messages,links,dictionary,trap_exit,status,heap_size,stack_size,reductions] []
%% expect: {reports_of_behaviours,init,['Argument__1']} {exit,
%% expect:                                               {bad_return_value,nonsense}}
%% expect: error {gen_server,terminate} [otp] none
%% expect:   client_info: client
%% expect:   last_message: stop
%% expect:   log: {in,call,stop}
%% expect:   name: pid
%% expect:   reason: {because,three}
%% expect:   state: three
%% expect: warning {gen_server,no_handle_info} [otp] none
%% expect:   message: hello
%% expect:   module: reports_of_behaviours
%% expect: Undefined handle_info in reports_of_behaviours. Unhandled message: hello.
%% expect: ** Undefined handle_info in reports_of_behaviours
%% expect: ** Unhandled message: hello
%% expect: error {gen_server,terminate} [otp] none
%% expect:   client_info: undefined
%% expect:   last_message: {'$gen_cast',exit}
%% expect:   log: []
%% expect:   name: pid
%% expect:   reason: {gone,stack}
%% expect:   state: four
%% expect: error {proc_lib,crash} [otp,sasl] #{title => "CRASH REPORT"}
%% expect: [initial_call,pid,registered_name,error_info,ancestors,message_queue_len,
%% expect:  messages,links,dictionary,trap_exit,status,heap_size,stack_size,reductions] []
%% expect: {reports_of_behaviours,init,['Argument__1']} {exit,gone}
%% expect: error {gen_statem,terminate} [otp] none
%% expect:   callback_mode: handle_event_function
%% expect:   client_info: undefined
%% expect:   log: []
%% expect:   modules: [reports_of_behaviours]
%% expect:   name: pid
%% expect:   postponed: [{cast,later}]
%% expect:   queue: [{cast,crash}]
%% expect:   reason: {error,crashed,stack}
%% expect:   state: {up,data}
%% expect:   state_enter: false
%% expect:   timeouts: {0,[]}
%% expect: error {proc_lib,crash} [otp,sasl] #{title => "CRASH REPORT"}
%% expect: [initial_call,pid,registered_name,error_info,ancestors,message_queue_len,
%% expect:  messages,links,dictionary,trap_exit,status,heap_size,stack_size,reductions] []
%% expect: {reports_of_behaviours,init,['Argument__1']} {error,crashed,stack}
%% expect: error {gen_statem,terminate} [otp] none
%% expect:   callback_mode: handle_event_function
%% expect:   client_info: undefined
%% expect:   log: []
%% expect:   modules: [reports_of_behaviours]
%% expect:   name: machine
%% expect:   postponed: []
%% expect:   queue: [{cast,stop}]
%% expect:   reason: {exit,because}
%% expect:   state: {up,data}
%% expect:   state_enter: false
%% expect:   timeouts: {0,[]}
%% expect: error {proc_lib,crash} [otp,sasl] #{title => "CRASH REPORT"}
%% expect: [initial_call,pid,registered_name,error_info,ancestors,message_queue_len,
%% expect:  messages,links,dictionary,trap_exit,status,heap_size,stack_size,reductions] []
%% expect: {reports_of_behaviours,init,['Argument__1']} {exit,because}
%% expect: [{consume,{internal,init_state},up,up},{in,{cast,stop},up}]
%% expect: error {gen_event,terminate} [otp] none
%% expect:   handler: reports_of_behaviours
%% expect:   last_message: bad
%% expect:   name: manager
%% expect:   reason: {nonsense,state}
%% expect:   state: state
%% expect: Generic event handler reports_of_behaviours crashed. Installed: manager. Last event: bad. State: state. Reason: {nonsense,state}.
%% expect: ** gen_event handler reports_of_behaviours crashed.
%% expect: ** Was installed in manager
%% expect: ** Last event was: bad
%% expect: ** When handler state == state
%% expect: ** Reason == {nonsense,state}
%% expect: error {gen_event,terminate} [otp] none
%% expect:   handler: {reports_of_behaviours,id}
%% expect:   last_message: crash
%% expect:   name: manager
%% expect:   reason: {'EXIT',crashed}
%% expect:   state: state
%% expect: warning {gen_event,no_handle_info} [otp] none
%% expect:   message: info
%% expect:   module: reports_of_behaviours
%% expect: info {supervisor,progress} [otp,sasl] #{title => "PROGRESS REPORT"}
%% expect:   supervisor: {local,the_sup}
%% expect:   started: [pid,
%% expect:             {id,child},
%% expect:             {mfargs,{reports_of_behaviours,start_child,[]}},
%% expect:             {restart_type,temporary},
%% expect:             {significant,false},
%% expect:             {shutdown,5000},
%% expect:             {child_type,worker}]
%% expect: Supervisor: {local,the_sup}. Started: id=child,pid=_.
%% expect: error {proc_lib,crash} [otp,sasl] #{title => "CRASH REPORT"}
%% expect: [initial_call,pid,registered_name,error_info,ancestors,message_queue_len,
%% expect:  messages,links,dictionary,trap_exit,status,heap_size,stack_size,reductions] []
%% expect: {reports_of_behaviours,wait,[]} {exit,because}
%% expect: error {supervisor,child_terminated} [otp,sasl] #{title => "SUPERVISOR REPORT"}
%% expect:   supervisor: {local,the_sup}
%% expect:   errorContext: child_terminated
%% expect:   reason: because
%% expect:   offender: [pid,
%% expect:              {id,child},
%% expect:              {mfargs,{reports_of_behaviours,start_child,[]}},
%% expect:              {restart_type,temporary},
%% expect:              {significant,false},
%% expect:              {shutdown,5000},
%% expect:              {child_type,worker}]
%% expect: Supervisor: {local,the_sup}. Context: child_terminated. Reason: because. Offender: id=child,pid=_.
