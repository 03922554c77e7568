%% Processes that follow OTP's design principles: they know their ancestors and their initial call, start synchronously
%% where asked, and report a crash. OTP's stdlib manual, module proc_lib.
-module(proc_lib).

-export([spawn/1, spawn/2, spawn/3, spawn/4, spawn_link/1, spawn_link/2, spawn_link/3, spawn_link/4, spawn_monitor/1,
         spawn_monitor/3, spawn_opt/2, spawn_opt/3, spawn_opt/4, spawn_opt/5, start/3, start/4, start/5, start_link/3, start_link/4, start_link/5,
         start_monitor/3, start_monitor/4, start_monitor/5, init_ack/1, init_ack/2, init_fail/2,
         init_fail/3, hibernate/3, initial_call/1, translate_initial_call/1, stop/1, stop/3,
         set_label/1, get_label/1, format/1, format/2, format/3, report_cb/2]).
-export([init_p/3, init_p/5, wake_up/3, crashed/3]).

spawn(F) when is_function(F, 0) -> erlang:spawn(?MODULE, init_p, [self(), ancestors(), F]).
spawn(M, F, A) -> erlang:spawn(?MODULE, init_p, [self(), ancestors(), M, F, A]).

spawn_link(F) when is_function(F, 0) -> erlang:spawn_link(?MODULE, init_p, [self(), ancestors(), F]).
spawn_link(M, F, A) -> erlang:spawn_link(?MODULE, init_p, [self(), ancestors(), M, F, A]).

spawn_monitor(F) when is_function(F, 0) ->
    erlang:spawn_monitor(?MODULE, init_p, [self(), ancestors(), F]).
spawn_monitor(M, F, A) -> erlang:spawn_monitor(?MODULE, init_p, [self(), ancestors(), M, F, A]).

spawn_opt(F, Options) when is_function(F, 0) ->
    erlang:spawn_opt(?MODULE, init_p, [self(), ancestors(), F], Options).
spawn_opt(M, F, A, Options) ->
    erlang:spawn_opt(?MODULE, init_p, [self(), ancestors(), M, F, A], Options).

%% On a node by name, of which there is one.
spawn(Node, F) when is_function(F, 0) -> erlang:spawn(Node, ?MODULE, init_p, [self(), ancestors(), F]).
spawn(Node, M, F, A) -> erlang:spawn(Node, ?MODULE, init_p, [self(), ancestors(), M, F, A]).
spawn_link(Node, F) when is_function(F, 0) -> erlang:spawn_link(Node, ?MODULE, init_p, [self(), ancestors(), F]).
spawn_link(Node, M, F, A) -> erlang:spawn_link(Node, ?MODULE, init_p, [self(), ancestors(), M, F, A]).
spawn_opt(Node, F, Options) when is_function(F, 0) ->
    erlang:spawn_opt(Node, ?MODULE, init_p, [self(), ancestors(), F], Options).
spawn_opt(Node, M, F, A, Options) ->
    erlang:spawn_opt(Node, ?MODULE, init_p, [self(), ancestors(), M, F, A], Options).

ancestors() ->
    case get('$ancestors') of
        List when is_list(List) -> List;
        _ -> []
    end.

%% ---- The start of such a process ----

init_p(Parent, Ancestors, F) ->
    put('$ancestors', [name_or_pid(Parent) | Ancestors]),
    {module, Module} = erlang:fun_info(F, module),
    {name, Name} = erlang:fun_info(F, name),
    put('$initial_call', {Module, Name, 0}),
    run(F).

init_p(Parent, Ancestors, M, F, A) ->
    put('$ancestors', [name_or_pid(Parent) | Ancestors]),
    put('$initial_call', translate_initial(M, F, A)),
    run(fun() -> apply(M, F, A) end).

%% No try around F(): a server's loop shall wait with nothing on its stack.
run(F) ->
    erlang:'$on_crash'(fun ?MODULE:crashed/3),
    F().

%% What the runtime calls for an exception that nothing caught; gives the exit reason.
crashed(Class, Reason, Exit) ->
    Stack = case {Class, Exit} of
                {exit, _} -> [];
                {_, {_, Trace}} -> Trace
            end,
    crash_report(Exit, Class, Reason, Stack),
    Exit.

name_or_pid(Pid) ->
    case erlang:process_info(Pid, registered_name) of
        {registered_name, Name} -> Name;
        _ -> Pid
    end.

crash_report(normal, _, _, _) -> ok;
crash_report(shutdown, _, _, _) -> ok;
crash_report({shutdown, _}, _, _, _) -> ok;
crash_report(_, Class, Reason, Stack) ->
    moonbeam_report:log_sasl("CRASH REPORT", crash_report, fun ?MODULE:report_cb/2,
                             #{label => {?MODULE, crash}, report => moonbeam_crash:report({Class, Reason, Stack})}).

format(Report) -> format(Report, latin1).
format(Report, Encoding) -> format(Report, Encoding, unlimited).
format(Report, Encoding, Depth) ->
    moonbeam_crash:format(Report, #{encoding => Encoding, depth => Depth, single_line => false}).

report_cb(#{label := {?MODULE, crash}, report := Report}, Options) -> moonbeam_crash:format(Report, Options).

%% A gen process is named after its callback module.
translate_initial(gen, init_it, [_, _, _, Module | _]) -> {Module, init, 1};
translate_initial(M, F, A) -> {M, F, length(A)}.

initial_call(Pid) when is_pid(Pid) ->
    {dictionary, Dictionary} = erlang:process_info(Pid, dictionary),
    case lists:keyfind('$initial_call', 1, Dictionary) of
        {_, {M, F, Arity}} -> {M, F, lists:duplicate(Arity, 'Argument__1')};
        false -> false
    end.

translate_initial_call(Pid) ->
    case initial_call(Pid) of
        {M, F, Arguments} -> {M, F, length(Arguments)};
        false -> {proc_lib, init_p, 5}
    end.

set_label(Label) -> put('$process_label', Label), ok.

get_label(Pid) ->
    case erlang:process_info(Pid, dictionary) of
        {dictionary, Dictionary} -> proplists:get_value('$process_label', Dictionary);
        undefined -> undefined
    end.

%% ---- Synchronous start ----

start(M, F, A) -> start(M, F, A, infinity, []).
start(M, F, A, Timeout) -> start(M, F, A, Timeout, []).
start(M, F, A, Timeout, Options) ->
    {Pid, Monitor} = ?MODULE:spawn_opt(M, F, A, [monitor | lists:delete(link, Options)]),
    await_start(Pid, Monitor, Timeout).

start_link(M, F, A) -> start_link(M, F, A, infinity, []).
start_link(M, F, A, Timeout) -> start_link(M, F, A, Timeout, []).
start_link(M, F, A, Timeout, Options) ->
    {Pid, Monitor} = ?MODULE:spawn_opt(M, F, A, [link, monitor | Options]),
    await_start(Pid, Monitor, Timeout).

start_monitor(M, F, A) -> start_monitor(M, F, A, infinity, []).
start_monitor(M, F, A, Timeout) -> start_monitor(M, F, A, Timeout, []).
start_monitor(M, F, A, Timeout, Options) ->
    {Pid, Monitor} = ?MODULE:spawn_opt(M, F, A, [monitor | Options]),
    Observer = erlang:monitor(process, Pid),
    {await_start(Pid, Monitor, Timeout), Observer}.

await_start(Pid, Monitor, Timeout) ->
    receive
        {ack, Pid, Result} ->
            erlang:demonitor(Monitor, [flush]),
            Result;
        {nack, Pid, Result} ->
            receive {'DOWN', Monitor, process, Pid, _} -> ok end,
            Result;
        {'DOWN', Monitor, process, Pid, Reason} ->
            {error, Reason}
    after Timeout ->
            erlang:unlink(Pid),
            erlang:exit(Pid, kill),
            receive {'DOWN', Monitor, process, Pid, _} -> ok end,
            {error, timeout}
    end.

init_ack(Result) ->
    [Parent | _] = get('$ancestors'),
    init_ack(pid_of(Parent), Result).

init_ack(Parent, Result) -> Parent ! {ack, self(), Result}, ok.

init_fail(Result, Exception) ->
    [Parent | _] = get('$ancestors'),
    init_fail(pid_of(Parent), Result, Exception).

init_fail(Parent, Result, Exception) ->
    Parent ! {nack, self(), Result},
    case Exception of
        {error, Reason} -> erlang:error(Reason);
        {exit, Reason} -> erlang:exit(Reason);
        {throw, Reason} -> erlang:throw(Reason);
        {Class, Reason, Stack} -> erlang:raise(Class, Reason, Stack)
    end.

pid_of(Pid) when is_pid(Pid) -> Pid;
pid_of(Name) -> whereis(Name).

hibernate(M, F, A) -> erlang:hibernate(?MODULE, wake_up, [M, F, A]).

wake_up(M, F, A) -> run(fun() -> apply(M, F, A) end).

stop(Process) -> stop(Process, normal, infinity).

stop(Process, Reason, Timeout) when Timeout =:= infinity; is_integer(Timeout), Timeout >= 0 ->
    {Pid, Monitor} = erlang:spawn_monitor(fun() -> terminate_through_sys(Process, Reason) end),
    receive
        {'DOWN', Monitor, process, Pid, {stopped, Reason}} -> ok;
        {'DOWN', Monitor, process, Pid, {stopped, Other}} -> erlang:exit(Other);
        {'DOWN', Monitor, process, Pid, Failure} -> erlang:exit(Failure)
    after Timeout ->
            erlang:exit(Pid, kill),
            receive {'DOWN', Monitor, process, Pid, _} -> ok end,
            erlang:exit(timeout)
    end.

terminate_through_sys(Process, Reason) ->
    Monitor = erlang:monitor(process, Process),
    Process ! {system, {self(), Monitor}, {terminate, Reason}},
    receive
        {'DOWN', Monitor, process, _, noproc} -> erlang:exit(noproc);
        {'DOWN', Monitor, process, _, Exit} -> erlang:exit({stopped, Exit})
    end.
