%% System messages: looking at, suspending, tracing and replacing the state of a process that follows OTP's design principles.
%% OTP's stdlib manual, module sys. What a process is asked to do with its events is a list of debug options that it carries along:
%% {trace, true}, {log, {Most, Queue}}, {log_to_file, Device}, {statistics, Counts} and the functions that were installed.
-module(sys).

-export([get_state/1, get_state/2, replace_state/2, replace_state/3, get_status/1, get_status/2,
         suspend/1, suspend/2, resume/1, resume/2, change_code/4, change_code/5, terminate/2, terminate/3,
         log/2, log/3, trace/2, trace/3, statistics/2, statistics/3, log_to_file/2, log_to_file/3, no_debug/1, no_debug/2,
         install/2, install/3, remove/2, remove/3]).
-export([handle_system_msg/6, handle_system_msg/7, handle_debug/4, debug_options/1, get_debug/3, print_log/1, get_log/1]).

-export_type([dbg_opt/0, dbg_fun/0, debug_option/0, format_fun/0]).

-opaque dbg_opt() :: {atom(), term()}.
-type dbg_fun() :: fun((FuncState :: term(), Event :: term(), ProcState :: term()) -> done | term()).
-type format_fun() :: fun((io:device(), Event :: term(), Extra :: term()) -> term()).
-type debug_option() :: trace | log | {log, pos_integer()} | statistics | {log_to_file, file:name()} |
                        {install, {dbg_fun(), term()} | {term(), dbg_fun(), term()}}.

-define(TIMEOUT, 5000).
-define(LOGGED, 10).

get_state(Process) -> get_state(Process, ?TIMEOUT).
get_state(Process, Timeout) -> value(request(Process, get_state, Timeout)).

replace_state(Process, F) -> replace_state(Process, F, ?TIMEOUT).
replace_state(Process, F, Timeout) -> value(request(Process, {replace_state, F}, Timeout)).

get_status(Process) -> get_status(Process, ?TIMEOUT).
get_status(Process, Timeout) -> request(Process, get_status, Timeout).

suspend(Process) -> suspend(Process, ?TIMEOUT).
suspend(Process, Timeout) -> request(Process, suspend, Timeout).

resume(Process) -> resume(Process, ?TIMEOUT).
resume(Process, Timeout) -> request(Process, resume, Timeout).

change_code(Process, Module, OldVersion, Extra) -> change_code(Process, Module, OldVersion, Extra, ?TIMEOUT).
change_code(Process, Module, OldVersion, Extra, Timeout) ->
    request(Process, {change_code, Module, OldVersion, Extra}, Timeout).

terminate(Process, Reason) -> terminate(Process, Reason, ?TIMEOUT).
terminate(Process, Reason, Timeout) -> request(Process, {terminate, Reason}, Timeout).

log(Process, What) -> log(Process, What, ?TIMEOUT).
log(Process, What, Timeout) -> debug(Process, {log, What}, Timeout).

trace(Process, On) -> trace(Process, On, ?TIMEOUT).
trace(Process, On, Timeout) -> debug(Process, {trace, On}, Timeout).

statistics(Process, What) -> statistics(Process, What, ?TIMEOUT).
statistics(Process, What, Timeout) -> debug(Process, {statistics, What}, Timeout).

log_to_file(Process, File) -> log_to_file(Process, File, ?TIMEOUT).
log_to_file(Process, File, Timeout) -> debug(Process, {log_to_file, File}, Timeout).

no_debug(Process) -> no_debug(Process, ?TIMEOUT).
no_debug(Process, Timeout) -> debug(Process, no_debug, Timeout).

install(Process, Function) -> install(Process, Function, ?TIMEOUT).
install(Process, Function, Timeout) -> debug(Process, {install, Function}, Timeout).

remove(Process, Function) -> remove(Process, Function, ?TIMEOUT).
remove(Process, Function, Timeout) -> debug(Process, {remove, Function}, Timeout).

debug(Process, What, Timeout) -> request(Process, {debug, What}, Timeout).

request(Process, Request, Timeout) ->
    try gen:call(Process, system, Request, Timeout) of
        {ok, Reply} -> Reply
    catch
        exit:Reason -> erlang:exit({Reason, {?MODULE, what(Request), [Process, Request]}})
    end.

what({debug, What}) -> what(What);
what(Request) when is_tuple(Request) -> element(1, Request);
what(Request) -> Request.

value({ok, Value}) -> Value;
value({error, Reason}) -> erlang:error(Reason).

%% ---- In the process itself ----

handle_system_msg(Request, From, Parent, Module, Debug, Misc) ->
    handle(running, Request, From, Parent, Module, Debug, Misc).

%% The last argument says whether the process hibernates; waiting costs no more here.
handle_system_msg(Request, From, Parent, Module, Debug, Misc, _Hibernate) ->
    handle(running, Request, From, Parent, Module, Debug, Misc).

handle(Mode, Request, From, Parent, Module, Debug, Misc) ->
    case Request of
        suspend -> gen:reply(From, ok), suspended(Parent, Module, Debug, Misc);
        resume -> gen:reply(From, ok), Module:system_continue(Parent, Debug, Misc);
        {terminate, Reason} ->
            gen:reply(From, ok),
            Module:system_terminate(Reason, Parent, Debug, Misc);
        get_state ->
            gen:reply(From, state(Module, Misc)),
            go_on(Mode, Parent, Module, Debug, Misc);
        {replace_state, F} ->
            {Reply, NewMisc} = replaced(F, Module, Misc),
            gen:reply(From, Reply),
            go_on(Mode, Parent, Module, Debug, NewMisc);
        get_status ->
            gen:reply(From, {status, self(), {module, Module}, status(Mode, Parent, Module, Debug, Misc)}),
            go_on(Mode, Parent, Module, Debug, Misc);
        {debug, What} ->
            {Reply, NewDebug} = debug(What, Debug),
            gen:reply(From, Reply),
            go_on(Mode, Parent, Module, NewDebug, Misc);
        {change_code, Changed, OldVersion, Extra} when Mode =:= suspended ->
            case catch Module:system_code_change(Misc, Changed, OldVersion, Extra) of
                {ok, NewMisc} ->
                    gen:reply(From, ok),
                    suspended(Parent, Module, Debug, NewMisc);
                Error ->
                    gen:reply(From, {error, Error}),
                    suspended(Parent, Module, Debug, Misc)
            end;
        _ ->
            gen:reply(From, {error, {unknown_system_msg, Request}}),
            go_on(Mode, Parent, Module, Debug, Misc)
    end.

%% A module without these callbacks shows what it handed over.
state(Module, Misc) ->
    case erlang:function_exported(Module, system_get_state, 1) of
        true ->
            try {ok, _} = Module:system_get_state(Misc)
            catch Class:Reason -> {error, {callback_failed, {Module, system_get_state}, {Class, Reason}}}
            end;
        false -> {ok, Misc}
    end.

replaced(F, Module, Misc) ->
    case erlang:function_exported(Module, system_replace_state, 2) of
        true ->
            try
                {ok, State, New} = Module:system_replace_state(F, Misc),
                {{ok, State}, New}
            catch
                Class:Reason -> {{error, {callback_failed, {Module, system_replace_state}, {Class, Reason}}}, Misc}
            end;
        false ->
            try F(Misc) of
                New -> {{ok, New}, New}
            catch
                Class:Reason -> {{error, {callback_failed, F, {Class, Reason}}}, Misc}
            end
    end.

status(Mode, Parent, Module, Debug, Misc) ->
    Whole = [get(), Mode, Parent, Debug, Misc],
    case erlang:function_exported(Module, format_status, 2) of
        true -> lists:droplast(Whole) ++ [Module:format_status(normal, Whole)];
        false -> Whole
    end.

go_on(running, Parent, Module, Debug, Misc) -> Module:system_continue(Parent, Debug, Misc);
go_on(suspended, Parent, Module, Debug, Misc) -> suspended(Parent, Module, Debug, Misc).

suspended(Parent, Module, Debug, Misc) ->
    receive
        {system, From, Request} -> handle(suspended, Request, From, Parent, Module, Debug, Misc);
        {'EXIT', Parent, Reason} -> Module:system_terminate(Reason, Parent, Debug, Misc)
    end.

%% ---- Debug options ----

%% What is there already stays as it is.
add(Key, Value, Debug) ->
    case lists:keymember(Key, 1, Debug) of
        true -> Debug;
        false -> [{Key, Value} | Debug]
    end.

get_debug(Key, Debug, Default) ->
    case lists:keyfind(Key, 1, Debug) of
        {_, Value} -> Value;
        false -> Default
    end.

debug_options(Options) -> lists:foldl(fun option/2, [], Options).

option(trace, Debug) -> add(trace, true, Debug);
option(log, Debug) -> add(log, {?LOGGED, queue:new()}, Debug);
option({log, Most}, Debug) when is_integer(Most), Most > 0 -> add(log, {Most, queue:new()}, Debug);
option(statistics, Debug) -> add(statistics, counts(), Debug);
option({log_to_file, Name}, Debug) ->
    case open(Name) of
        {ok, Device} -> add(log_to_file, Device, Debug);
        {error, _} -> Debug
    end;
option({install, {Function, State}}, Debug) -> add(Function, State, Debug);
option({install, {Id, Function, State}}, Debug) -> add(Id, {Function, State}, Debug);
option(_, Debug) -> Debug.

debug({trace, true}, Debug) -> {ok, add(trace, true, Debug)};
debug({trace, false}, Debug) -> {ok, lists:keydelete(trace, 1, Debug)};
debug({log, true}, Debug) -> debug({log, {true, ?LOGGED}}, Debug);
debug({log, {true, Most}}, Debug) when is_integer(Most), Most > 0 ->
    {_, Items} = get_debug(log, Debug, {Most, queue:new()}),
    {ok, add(log, {Most, newest(Most, Items)}, Debug)};
debug({log, false}, Debug) -> {ok, lists:keydelete(log, 1, Debug)};
debug({log, print}, Debug) ->
    print_log(Debug),
    {ok, Debug};
debug({log, get}, Debug) -> {{ok, get_log(Debug)}, Debug};
debug({statistics, true}, Debug) -> {ok, add(statistics, counts(), Debug)};
debug({statistics, false}, Debug) -> {ok, lists:keydelete(statistics, 1, Debug)};
debug({statistics, get}, Debug) -> {{ok, shown_counts(get_debug(statistics, Debug, none))}, Debug};
debug({log_to_file, false}, Debug) -> {ok, closed(Debug)};
debug({log_to_file, Name}, Debug) ->
    Closed = closed(Debug),
    case open(Name) of
        {ok, Device} -> {ok, add(log_to_file, Device, Closed)};
        {error, _} -> {{error, open_file}, Closed}
    end;
debug(no_debug, Debug) ->
    closed(Debug),
    {ok, []};
debug({install, {_, _} = Function}, Debug) -> {ok, option({install, Function}, Debug)};
debug({install, {_, _, _} = Function}, Debug) -> {ok, option({install, Function}, Debug)};
debug({remove, Id}, Debug) -> {ok, lists:keydelete(Id, 1, Debug)};
debug(_, Debug) -> {unknown_debug, Debug}.

open(Name) -> file:open(Name, [write, {encoding, utf8}]).

closed(Debug) ->
    case lists:keytake(log_to_file, 1, Debug) of
        {value, {_, Device}, Rest} ->
            file:close(Device),
            Rest;
        false -> Debug
    end.

%% ---- Events ----

handle_debug(Debug, Print, Extra, Event) ->
    lists:flatmap(fun(Option) -> event(Option, Print, Extra, Event) end, Debug).

event({trace, true} = Option, Print, Extra, Event) ->
    Print(standard_io, Event, Extra),
    [Option];
event({log, {Most, Items}}, Print, Extra, Event) ->
    [{log, {Most, newest(Most, queue:in({Event, Extra, Print}, Items))}}];
event({log_to_file, Device} = Option, Print, Extra, Event) ->
    Print(Device, Event, Extra),
    [Option];
event({statistics, Counts}, _, _, Event) -> [{statistics, counted(Event, Counts)}];
event({Id, {Function, State}}, _, Extra, Event) when is_function(Function, 3) ->
    [{Id, {Function, New}} || New <- installed(Function, State, Event, Extra)];
event({Function, State}, _, Extra, Event) ->
    [{Function, New} || New <- installed(Function, State, Event, Extra)].

%% A function that is done, or that fails, is not called again.
installed(Function, State, Event, Extra) ->
    try Function(State, Event, Extra) of
        done -> [];
        New -> [New]
    catch
        throw:done -> [];
        throw:New -> [New];
        _:_ -> []
    end.

%% The log is a queue of what was told, with the function that prints it, oldest first.
newest(Most, Items) ->
    case queue:len(Items) > Most of
        true -> newest(Most, queue:drop(Items));
        false -> Items
    end.

logged(Debug) ->
    {_, Items} = get_debug(log, Debug, {?LOGGED, queue:new()}),
    queue:to_list(Items).

get_log(Debug) -> [Event || {Event, _, _} <- logged(Debug)].

print_log(Debug) -> lists:foreach(fun({Event, Extra, Print}) -> Print(standard_io, Event, Extra) end, logged(Debug)).

%% Statistics: when they began, the reductions then, messages in and out.
counts() -> {now_local(), reductions(), 0, 0}.

counted(Event, {Start, Reductions, In, Out}) when element(1, Event) =:= in -> {Start, Reductions, In + 1, Out};
counted(Event, {Start, Reductions, In, Out}) when element(1, Event) =:= out -> {Start, Reductions, In, Out + 1};
counted(_, Counts) -> Counts.

shown_counts({Start, Reductions, In, Out}) ->
    [{start_time, Start}, {current_time, now_local()}, {reductions, reductions() - Reductions},
     {messages_in, In}, {messages_out, Out}];
shown_counts(none) -> no_statistics.

%% Where the policy grants no clock there are no times to tell.
now_local() ->
    try erlang:localtime()
    catch error:{denied, clock} -> undefined
    end.

reductions() ->
    {reductions, Reductions} = process_info(self(), reductions),
    Reductions.
