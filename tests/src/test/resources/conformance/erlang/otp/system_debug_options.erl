%% Tracing, logging, statistics and installed functions of gen_server, gen_statem and gen_event, and what they show of their state.
-module(system_debug_options).
-export([main/0, init/1, handle_call/3, handle_call/2, handle_cast/2, handle_info/2, handle_continue/2, handle_event/2,
         callback_mode/0, handle_event/4, format_status/1, system_continue/3, system_terminate/4, loop/2]).

init({server, S}) -> {ok, S};
init({continue, S}) -> {ok, S, {continue, more}};
init({waits, S}) -> {ok, S, 50};
init(machine) -> {ok, off, 0};
init(handler) -> {ok, 0}.

handle_call(add, _, S) when is_integer(S) -> {reply, S + 1, S + 1};
handle_call(get, _, S) -> {reply, S, S}.
handle_cast({put, V}, _) -> {noreply, V};
handle_cast(stop, S) -> {stop, normal, S}.
handle_info(info, {two, _} = S) -> {ok, S};
handle_info(timeout, S) -> {noreply, {timed_out, S}};
handle_info(_, S) -> {noreply, S}.
handle_continue(more, S) -> {noreply, {more, S}}.

handle_call(get, S) -> {ok, S, S}.
handle_event(E, S) -> {ok, {E, S}}.

callback_mode() -> handle_event_function.
handle_event({call, F}, flip, off, N) -> {next_state, on, N + 1, [{reply, F, on}, {state_timeout, 60000, bored}]};
handle_event({call, F}, flip, on, N) -> {next_state, off, N, [{reply, F, off}, {next_event, internal, hello}]};
handle_event(internal, hello, _, _) -> keep_state_and_data;
handle_event(cast, later, off, _) -> {keep_state_and_data, [postpone]};
handle_event(cast, later, on, _) -> {keep_state_and_data, [{timeout, 0, now}]};
handle_event(timeout, now, _, _) -> keep_state_and_data;
handle_event(cast, stop, _, _) -> stop.

format_status(#{state := S} = Status) -> Status#{state := {shown, S}};
format_status(Status) -> Status.

main() ->
    process_flag(trap_exit, true),
    tracing(), logging(), counting(), installing(), at_start(), status(), machine(), events(), special(), unaffected().

tracing() ->
    {ok, P} = gen_server:start_link({local, traced}, ?MODULE, {server, 0}, []),
    io:format("~p~n", [sys:trace(P, true)]),
    gen_server:call(P, add), gen_server:cast(P, {put, 5}), P ! message,
    gen_server:call(P, get),
    io:format("~p~n", [sys:trace(traced, false)]),
    gen_server:call(P, add), gen_server:stop(P).

logging() ->
    {ok, P} = gen_server:start_link(?MODULE, {server, 0}, []),
    io:format("~p~n", [sys:log(P, get)]),
    ok = sys:log(P, true), gen_server:call(P, add), gen_server:cast(P, {put, 7}), gen_server:call(P, get),
    {ok, Events} = sys:log(P, get),
    io:format("~p~n", [[plain(E) || E <- Events]]),
    ok = sys:log(P, {true, 2}), gen_server:cast(P, {put, 8}), gen_server:call(P, get),
    {ok, More} = sys:log(P, get), io:format("~p~n", [length(More)]),
    ok = sys:log(P, false), ok = sys:log(P, {true, 2}), gen_server:cast(P, {put, 9}), gen_server:call(P, get),
    {ok, Two} = sys:log(P, get), io:format("~p~n", [[plain(E) || E <- Two]]),
    ok = sys:log(P, false), io:format("~p~n", [sys:log(P, get)]),
    io:format("~p~n", [sys:log(P, nonsense)]),
    gen_server:stop(P).

plain({in, {'$gen_call', {_, _}, R}}) -> {in, call, R};
plain({out, R, {_, _}, S}) -> {out, R, S};
plain({out, R, {_, _}}) -> {out, R};
plain({in, {{call, _}, R}, S}) -> {in, {call, R}, S};
plain({T, {{call, _}, R}, S, S2}) -> {T, {call, R}, S, S2};
plain(E) -> E.

counting() ->
    {ok, P} = gen_server:start_link(?MODULE, {server, 0}, []),
    io:format("~p~n", [sys:statistics(P, get)]),
    ok = sys:statistics(P, true), gen_server:call(P, add), gen_server:call(P, add), gen_server:cast(P, {put, 1}), gen_server:call(P, get),
    {ok, Stat} = sys:statistics(P, get),
    io:format("~p ~p~n", [lists:sort([K || {K, _} <- Stat]), [proplists:get_value(K, Stat) || K <- [messages_in, messages_out]]]),
    ok = sys:statistics(P, false), io:format("~p~n", [sys:statistics(P, get)]),
    gen_server:stop(P).

installing() ->
    {ok, P} = gen_server:start_link({local, watched}, ?MODULE, {server, 0}, []),
    Self = self(),
    F = fun(N, _, _) when N >= 3 -> done; (N, Event, Name) -> Self ! {seen, N, plain(Event), Name}, N + 1 end,
    ok = sys:install(P, {F, 1}),
    [gen_server:call(P, add) || _ <- [1, 2, 3]],
    io:format("~p~n", [flush()]),
    ok = sys:install(P, {my_id, F, 1}), ok = sys:install(P, {other, fun(_, _, _) -> error(x) end, 1}),
    gen_server:call(P, add), io:format("~p~n", [flush()]),
    ok = sys:remove(P, my_id), ok = sys:remove(P, not_there), gen_server:call(P, add), io:format("~p~n", [flush()]),
    ok = sys:install(P, {F, 2}), ok = sys:no_debug(P), gen_server:call(P, add), io:format("~p~n", [flush()]),
    gen_server:stop(P).

flush() -> receive M -> [M | flush()] after 0 -> [] end.

at_start() ->
    {ok, P} = gen_server:start_link({local, from_start}, ?MODULE, {continue, 1}, [{debug, [trace, {log, 3}, statistics]}]),
    gen_server:call(P, get),
    {ok, L} = sys:log(P, get), io:format("~p~n", [[plain(E) || E <- L]]),
    gen_server:stop(P),
    {ok, Q} = gen_server:start_link(?MODULE, {server, 1}, [{debug, [nonsense, {log, -1}]}]),
    io:format("~p~n", [gen_server:call(Q, get)]), gen_server:stop(Q).

status() ->
    {ok, P} = gen_server:start_link({local, status}, ?MODULE, {server, 42}, []),
    {status, P, {module, M}, [_, Mode, _, Debug, Misc]} = sys:get_status(P),
    io:format("~p ~p ~p ~p~n", [M, Mode, Debug, proplists:get_value(header, Misc)]),
    io:format("~p~n", [[D || {data, D} <- Misc, not lists:keymember("Parent", 1, D)]]),
    sys:suspend(P), {status, _, _, [_, Suspended | _]} = sys:get_status(P), io:format("~p~n", [Suspended]), sys:resume(P),
    io:format("~p ~p~n", [sys:get_state(P), sys:replace_state(P, fun(S) -> S + 1 end)]),
    io:format("~p~n", [try sys:replace_state(P, fun(_) -> error(no) end) catch error:{callback_failed, W, {C, R}} -> {W, C, R} end]),
    gen_server:stop(P).

machine() ->
    {ok, P} = gen_statem:start_link({local, machine}, ?MODULE, machine, [{debug, [trace, {log, 30}]}]),
    gen_statem:cast(P, later), gen_statem:call(P, flip), gen_statem:call(P, flip),
    {ok, L} = sys:log(P, get), io:format("~p~n", [[plain(E) || E <- L]]),
    {status, P, {module, M}, [_, Mode, _, _, Misc]} = sys:get_status(P),
    io:format("~p ~p ~p~n", [M, Mode, proplists:get_value(header, Misc)]),
    io:format("~p~n", [lists:last(Misc)]),
    gen_statem:cast(P, stop), receive {'EXIT', P, Reason} -> io:format("~p~n", [Reason]) end.

events() ->
    {ok, P} = gen_event:start_link({local, manager}, [{debug, [statistics]}]),
    gen_event:add_handler(P, ?MODULE, handler), gen_event:sync_notify(P, one),
    ok = sys:trace(P, true), gen_event:notify(P, two), P ! info, ok = sys:trace(P, false),
    io:format("~p~n", [gen_event:call(P, ?MODULE, get)]), io:format("~p~n", [gen_event:which_handlers(P)]),
    {ok, Stat} = sys:statistics(P, get), io:format("~p~n", [proplists:get_value(messages_in, Stat)]),
    ok = sys:no_debug(P),
    {status, P, {module, M}, [_, Mode, _, _, Misc]} = sys:get_status(P),
    io:format("~p ~p ~p~n", [M, Mode, proplists:get_value(header, Misc)]),
    {items, {Title, [Handler]}} = lists:keyfind(items, 1, Misc),
    io:format("~s ~p~n", [Title, element(2, Handler)]),
    gen_event:stop(P).

%% A special process, as the design principles describe it.
special() ->
    Parent = self(),
    P = proc_lib:spawn_link(fun() -> loop(Parent, sys:debug_options([{log, 5}])) end),
    P ! {tell, self(), 1}, receive {told, X} -> io:format("~p~n", [X]) end,
    io:format("~p~n", [sys:log(P, get)]),
    io:format("~p~n", [sys:get_state(P)]),
    sys:log(P, print), sys:trace(P, true), P ! {tell, self(), 2}, receive {told, Y} -> io:format("~p~n", [Y]) end,
    sys:terminate(P, normal), receive {'EXIT', P, R} -> io:format("~p~n", [R]) end.

loop(Parent, Debug) ->
    receive
        {system, From, Request} -> sys:handle_system_msg(Request, From, Parent, ?MODULE, Debug, {misc, Parent =:= hd(get('$ancestors'))});
        {tell, To, X} ->
            Debug2 = sys:handle_debug(Debug, fun(Device, E, Name) -> io:format(Device, "~p: ~p~n", [Name, E]) end, special, {in, X}),
            Debug3 = sys:handle_debug(Debug2, fun(Device, E, Name) -> io:format(Device, "~p: ~p~n", [Name, E]) end, special, {out, X, you}),
            To ! {told, X},
            loop(Parent, Debug3)
    end.
system_continue(Parent, Debug, _) -> loop(Parent, Debug).
system_terminate(Reason, _, Debug, _) -> io:format("~p ~p~n", [Reason, sys:get_log(Debug)]), exit(Reason).

%% A system message does not end a server's timeout.
unaffected() ->
    {ok, P} = gen_server:start_link(?MODULE, {waits, x}, []),
    io:format("~p~n", [timed_out(P)]),
    gen_server:stop(P).

timed_out(P) ->
    case sys:get_state(P) of
        x -> receive after 100 -> timed_out(P) end;
        State -> State
    end.
%% expect: ok
%% expect: *DBG* traced got call add from <...>
%% expect: *DBG* traced sent 1 to <...>, new state 1
%% expect: *DBG* traced got cast {put,5}
%% expect: *DBG* traced new state 5
%% expect: *DBG* traced got message
%% expect: *DBG* traced new state 5
%% expect: *DBG* traced got call get from <...>
%% expect: *DBG* traced sent 5 to <...>, new state 5
%% expect: ok
%% expect: {ok,[]}
%% expect: [{in,call,add},
%% expect:  {out,1,1},
%% expect:  {in,{'$gen_cast',{put,7}}},
%% expect:  {noreply,7},
%% expect:  {in,call,get},
%% expect:  {out,7,7}]
%% expect: 10
%% expect: [{in,call,get},{out,9,9}]
%% expect: {ok,[]}
%% expect: unknown_debug
%% expect: {ok,no_statistics}
%% expect: [current_time,messages_in,messages_out,reductions,start_time] [4,3]
%% expect: {ok,no_statistics}
%% expect: [{'EXIT',<...>,normal},
%% expect:  {'EXIT',<...>,normal},
%% expect:  {'EXIT',<...>,normal},
%% expect:  {seen,1,{in,call,add},watched},
%% expect:  {seen,2,{out,1,1},watched}]
%% expect: [{seen,1,{in,call,add},watched},{seen,2,{out,4,4},watched}]
%% expect: []
%% expect: []
%% expect: *DBG* from_start dbg  {continue,more}
%% expect: *DBG* from_start new state {more,1}
%% expect: *DBG* from_start got call get from <...>
%% expect: *DBG* from_start sent {more,1} to <...>, new state {more,1}
%% expect: [{noreply,{more,1}},{in,call,get},{out,{more,1},{more,1}}]
%% expect: 1
%% expect: gen_server running [] "Status for generic server status"
%% expect: [[{"State",{shown,42}}]]
%% expect: suspended
%% expect: 42 43
%% expect: {{gen_server,system_replace_state},error,no}
%% expect: *DBG* machine enter system_debug_options in state off
%% expect: *DBG* machine consume internal init_state in state off
%% expect: *DBG* machine receive cast later in state off
%% expect: *DBG* machine postpone cast later in state off
%% expect: *DBG* machine receive call flip from <...> in state off
%% expect: *DBG* machine send on to <...>
%% expect: *DBG* machine consume call flip from <...> in state off => on
%% expect: *DBG* machine start_timer {state_timeout,60000,bored,[]} in state on
%% expect: *DBG* machine consume cast later in state on
%% expect: *DBG* machine start_timer {timeout,0,now,[]} in state on
%% expect: *DBG* machine receive timeout now in state on
%% expect: *DBG* machine consume timeout now in state on
%% expect: *DBG* machine receive call flip from <...> in state on
%% expect: *DBG* machine send off to <...>
%% expect: *DBG* machine receive internal hello in state off
%% expect: *DBG* machine consume call flip from <...> in state on => off
%% expect: *DBG* machine consume internal hello in state off
%% expect: [{enter,system_debug_options,off},
%% expect:  {consume,{internal,init_state},off,off},
%% expect:  {in,{cast,later},off},
%% expect:  {postpone,{cast,later},off,off},
%% expect:  {in,{call,flip},off},
%% expect:  {out,on},
%% expect:  {consume,{call,flip},off,on},
%% expect:  {start_timer,{state_timeout,60000,bored,[]},on},
%% expect:  {consume,{cast,later},on,on},
%% expect:  {start_timer,{timeout,0,now,[]},on},
%% expect:  {in,{timeout,now},on},
%% expect:  {consume,{timeout,now},on,on},
%% expect:  {in,{call,flip},on},
%% expect:  {out,off},
%% expect:  {in,{internal,hello},off},
%% expect:  {consume,{call,flip},on,off},
%% expect:  {consume,{internal,hello},off,off}]
%% expect: gen_statem running "Status for state machine machine"
%% expect: {data,[{"State",{{shown,off},1}}]}
%% expect: *DBG* machine receive cast stop in state off
%% expect: *DBG* machine terminate normal in state off
%% expect: normal
%% expect: *DBG* manager got event two
%% expect: *DBG* manager got info
%% expect: {two,{one,0}}
%% expect: [system_debug_options]
%% expect: 6
%% expect: gen_event running "Status for event handler manager"
%% expect: Installed handlers system_debug_options
%% expect: 1
%% expect: {ok,[{in,1},{out,1,you}]}
%% expect: {misc,true}
%% expect: special: {in,1}
%% expect: special: {out,1,you}
%% expect: special: {in,2}
%% expect: special: {out,2,you}
%% expect: 2
%% expect: normal [{in,1},{out,1,you},{in,2},{out,2,you}]
%% expect: normal
%% expect: {timed_out,x}
