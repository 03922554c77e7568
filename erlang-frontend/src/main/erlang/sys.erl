%% System messages: looking at, suspending and replacing the state of a process that follows OTP's design principles.
%% OTP's stdlib manual, module sys. Tracing and statistics are not kept: the debug options are carried along unused.
-module(sys).

-export([get_state/1, get_state/2, replace_state/2, replace_state/3, get_status/1, get_status/2,
         suspend/1, suspend/2, resume/1, resume/2, change_code/4, change_code/5, terminate/2,
         terminate/3, handle_system_msg/6, handle_debug/4, debug_options/1]).

get_state(Process) -> get_state(Process, 5000).
get_state(Process, Timeout) -> ok_value(request(Process, get_state, Timeout)).

replace_state(Process, F) -> replace_state(Process, F, 5000).
replace_state(Process, F, Timeout) -> ok_value(request(Process, {replace_state, F}, Timeout)).

get_status(Process) -> get_status(Process, 5000).
get_status(Process, Timeout) -> request(Process, get_status, Timeout).

suspend(Process) -> suspend(Process, 5000).
suspend(Process, Timeout) -> request(Process, suspend, Timeout).

resume(Process) -> resume(Process, 5000).
resume(Process, Timeout) -> request(Process, resume, Timeout).

change_code(Process, Module, OldVersion, Extra) ->
    change_code(Process, Module, OldVersion, Extra, 5000).
change_code(Process, Module, OldVersion, Extra, Timeout) ->
    request(Process, {change_code, Module, OldVersion, Extra}, Timeout).

terminate(Process, Reason) -> terminate(Process, Reason, 5000).
terminate(Process, Reason, Timeout) -> request(Process, {terminate, Reason}, Timeout).

request(Process, Request, Timeout) ->
    try gen:call(Process, system, Request, Timeout) of
        {ok, Reply} -> Reply
    catch
        exit:Reason -> erlang:exit({Reason, {?MODULE, what(Request), [Process, Request]}})
    end.

what(Request) when is_tuple(Request) -> element(1, Request);
what(Request) -> Request.

ok_value({ok, Value}) -> Value;
ok_value({error, Reason}) -> erlang:error(Reason).

debug_options(Options) -> Options.
handle_debug(Debug, _Function, _Extra, _Event) -> Debug.

%% ---- In the process itself ----

handle_system_msg(Request, From, Parent, Module, Debug, Misc) ->
    handle(running, Request, From, Parent, Module, Debug, Misc).

handle(Mode, Request, From, Parent, Module, Debug, Misc) ->
    case Request of
        suspend -> gen:reply(From, ok), suspended(Parent, Module, Debug, Misc);
        resume -> gen:reply(From, ok), Module:system_continue(Parent, Debug, Misc);
        {terminate, Reason} ->
            gen:reply(From, ok),
            Module:system_terminate(Reason, Parent, Debug, Misc);
        get_state ->
            gen:reply(From, try Module:system_get_state(Misc)
                            catch _:Why -> {error, Why}
                            end),
            go_on(Mode, Parent, Module, Debug, Misc);
        {replace_state, F} ->
            case try Module:system_replace_state(F, Misc)
                 catch _:Why -> {error, Why}
                 end of
                {ok, New, NewMisc} ->
                    gen:reply(From, {ok, New}),
                    go_on(Mode, Parent, Module, Debug, NewMisc);
                Error ->
                    gen:reply(From, Error),
                    go_on(Mode, Parent, Module, Debug, Misc)
            end;
        get_status ->
            gen:reply(From, {status, self(), {module, Module}, [get(), Mode, Parent, Debug, Misc]}),
            go_on(Mode, Parent, Module, Debug, Misc);
        {change_code, Changed, OldVersion, Extra} when Mode =:= suspended ->
            case Module:system_code_change(Misc, Changed, OldVersion, Extra) of
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

go_on(running, Parent, Module, Debug, Misc) -> Module:system_continue(Parent, Debug, Misc);
go_on(suspended, Parent, Module, Debug, Misc) -> suspended(Parent, Module, Debug, Misc).

suspended(Parent, Module, Debug, Misc) ->
    receive
        {system, From, Request} -> handle(suspended, Request, From, Parent, Module, Debug, Misc);
        {'EXIT', Parent, Reason} -> Module:system_terminate(Reason, Parent, Debug, Misc)
    end.
