%% What a manager of events tells of handlers that cannot be swapped in, of callers that cannot reach it, and of unknown messages.
-module(gen_event_swaps).
-behaviour(gen_event).
-export([main/0, init/1, handle_event/2, handle_call/2, handle_info/2, terminate/2, code_change/3]).

init({fail, _}) -> nothing;
init({Args, Left}) -> {ok, {Args, Left}};
init(Args) -> {ok, Args}.

handle_event({swap, To}, State) -> {swap_handler, from_event, {left, State}, To, args};
handle_event(odd, _) -> {odd, result};
handle_event(_, State) -> {ok, State}.
handle_call({swap, To}, State) -> {swap_handler, reply, from_call, {left, State}, To, args};
handle_call(sleep, State) -> {ok, sleeping, State, hibernate};
handle_call(odd, _) -> {odd, result};
handle_call(state, State) -> {ok, State, State}.
handle_info(Info, State) -> io:format("~p info ~p~n", [State, Info]), {ok, State}.
terminate({error, Why}, State) -> io:format("~p ended by ~p~n", [State, Why]);
terminate(Reason, State) -> {Reason, State}.
code_change(_, State, _) -> {ok, State}.

main() ->
    P = fun(X) -> io:format("~p~n", [X]) end,
    M = ?MODULE,
    {ok, Manager} = gen_event:start(),
    P(gen_event:add_handler(Manager, M, first)),
    P(gen_event:swap_handler(Manager, {nosuch, gone}, {{M, 2}, new})),
    P(gen_event:call(Manager, {M, 2}, state)),
    P(gen_event:swap_handler(Manager, {M, gone}, {{M, 3}, fail})),
    P(gen_event:which_handlers(Manager)),
    P(gen_event:swap_sup_handler(Manager, {nosuch, gone}, {{M, 4}, fail})),
    P(gen_event:swap_sup_handler(Manager, {{M, 2}, gone}, {{M, 5}, new})),
    P(gen_event:call(Manager, {M, 5}, state)),
    P(sys:replace_state(Manager, fun(S) -> {odd, S} end)),
    P(sys:replace_state(Manager, fun({A, Id, _}) -> {A, Id, replaced} end)),
    P(gen_event:call(Manager, nosuch, state)),
    P(gen_event:call(Manager, {M, 5}, state, 1000)),
    P(catch gen_event:call(nosuch, M, state)),
    P(catch gen_event:call(nosuch, M, state, 5000)),
    P(catch gen_event:which_handlers(nosuch)),
    Manager ! {self, {a, b}, state},
    P(element(2, gen_event:delete_handler(Manager, {M, 5}, why))),
    receive {gen_event_EXIT, Name, Why} -> P({Name, Why}) end,
    P(gen_event:add_handler(Manager, {M, 6}, six)),
    %% Handlers that put others in their place.
    P(gen_event:sync_notify(Manager, {swap, {M, 7}})),
    P(gen_event:call(Manager, {M, 7}, state)),
    P(gen_event:call(Manager, {M, 7}, {swap, {M, 8}})),
    P(gen_event:call(Manager, {M, 8}, state)),
    P(gen_event:which_handlers(Manager)),
    %% It hibernates at a handler's wish, and wakes to a message.
    P(gen_event:call(Manager, {M, 8}, sleep)),
    asleep(Manager),
    P(gen_event:call(Manager, {M, 8}, state)),
    %% In the place of the one before, and after results that are none.
    P([gen_event:add_handler(Manager, {M, I}, I) || I <- [1, 2]]),
    P(gen_event:call(Manager, {M, 1}, {swap, {M, 9}})),
    P(gen_event:which_handlers(Manager)),
    ok = logger:set_primary_config(level, none),
    P(gen_event:call(Manager, {M, 9}, odd)),
    P(gen_event:add_sup_handler(Manager, {M, 10}, ten)),
    P(gen_event:delete_handler(Manager, {M, 2}, done)),
    P(gen_event:sync_notify(Manager, odd)),
    receive {gen_event_EXIT, Odd, Result} -> P({Odd, Result}) end,
    P(gen_event:which_handlers(Manager)),
    P(gen_event:add_sup_handler(Manager, {M, 11}, eleven)),
    P(gen_event:call(Manager, {M, 11}, {swap, nosuch_module})),
    receive {gen_event_EXIT, {M, 11}, Swapped} -> P(Swapped) end,
    receive {gen_event_EXIT, nosuch_module, Failed} -> P(Failed) end,
    P(gen_event:which_handlers(Manager)),
    ok = logger:set_primary_config(level, notice),
    {ok, {Started, Monitor}} = gen_event:start_monitor(),
    exit(Started, shutdown),
    receive {'DOWN', Monitor, process, Started, Reason} -> P(Reason) end,
    P(gen_event:stop(Manager)),
    %% The text for error_logger, and its parts.
    Report = #{label => {gen_event, terminate}, handler => M, name => some, last_message => {"~", 1}, state => [a], reason => {bad, b}},
    P(gen_event:format_log(Report)),
    P(gen_event:format_log(#{label => {gen_event, no_handle_info}, module => M, message => hello})),
    P(lists:flatten(gen_event:format_log(Report, #{depth => 2}))),
    ok = application:set_env(kernel, error_logger_format_depth, 10),
    P(gen_event:format_log(Report#{state => lists:seq(1, 20)})),
    P(gen_event:format_log(#{label => {gen_event, no_handle_info}, module => M, message => lists:seq(1, 20)})),
    ok = application:unset_env(kernel, error_logger_format_depth).

asleep(Pid) ->
    case process_info(Pid, current_function) of
        {current_function, {erlang, hibernate, 3}} -> ok;
        _ -> erlang:yield(), asleep(Pid)
    end.
%% expect: ok
%% expect: ok
%% expect: {new,error}
%% expect: {error,nothing}
%% expect: [{gen_event_swaps,2}]
%% expect: {error,nothing}
%% expect: ok
%% expect: {new,{gone,{new,error}}}
%% expect: [{gen_event_swaps,5,{new,{gone,{new,error}}}}]
%% expect: [{gen_event_swaps,5,replaced}]
%% expect: {error,bad_module}
%% expect: replaced
%% expect: {'EXIT',{noproc,{gen_event,call,[nosuch,gen_event_swaps,state]}}}
%% expect: {'EXIT',{noproc,{gen_event,call,[nosuch,gen_event_swaps,state,5000]}}}
%% expect: {'EXIT',noproc}
%% expect: replaced info {self,{a,b},state}
%% expect: replaced
%% expect: {{gen_event_swaps,5},normal}
%% expect: ok
%% expect: ok
%% expect: {args,{from_event,{left,six}}}
%% expect: reply
%% expect: {args,{from_call,{left,{args,{from_event,{left,six}}}}}}
%% expect: [{gen_event_swaps,8}]
%% expect: sleeping
%% expect: {args,{from_call,{left,{args,{from_event,{left,six}}}}}}
%% expect: [ok,ok]
%% expect: reply
%% expect: [{gen_event_swaps,2},{gen_event_swaps,9},{gen_event_swaps,8}]
%% expect: {args,{from_call,{left,1}}} ended by {odd,result}
%% expect: {error,{odd,result}}
%% expect: ok
%% expect: {done,2}
%% expect: ten ended by {odd,result}
%% expect: {args,{from_call,{left,{args,{from_event,{left,six}}}}}} ended by {odd,result}
%% expect: ok
%% expect: {{gen_event_swaps,10},{odd,result}}
%% expect: []
%% expect: ok
%% expect: reply
%% expect: {swapped,nosuch_module,<...>}
%% expect: crash
%% expect: []
%% expect: shutdown
%% expect: ok
%% expect: {"** gen_event handler ~tp crashed.\n** Was installed in ~tp\n** Last event was: ~tp\n** When handler state == ~tp\n** Reason == ~tp\n",
%% expect:  [gen_event_swaps,some,{"~",1},[a],{bad,b}]}
%% expect: {"** Undefined handle_info in ~p\n** Unhandled message: ~tp\n",
%% expect:  [gen_event_swaps,hello]}
%% expect: "** gen_event handler gen_event_swaps crashed.\n** Was installed in some\n** Last event was: {[...],...}\n** When handler state == [a]\n** Reason == {bad,...}\n"
%% expect: {"** gen_event handler ~tP crashed.\n** Was installed in ~tP\n** Last event was: ~tP\n** When handler state == ~tP\n** Reason == ~tP\n",
%% expect:  [gen_event_swaps,10,some,10,
%% expect:   {"~",1},
%% expect:   10,
%% expect:   [1,2,3,4,5,6,7,8,9,'...'],
%% expect:   10,
%% expect:   {bad,b},
%% expect:   10]}
%% expect: {"** Undefined handle_info in ~p\n** Unhandled message: ~tP\n",
%% expect:  [gen_event_swaps,[1,2,3,4,5,6,7,8,9,'...'],10]}
