%% Runs tests in processes (EUnit's user's guide, "Control" and "Fixtures").
%%
%% Tests that follow one another run in one process, the task; a guardian beside it notices when it dies or takes too long
%% and passes on what it says. A listener is told, in the order of the tests' description whatever ran when:
%%
%%   {'begin', test | group, Data}
%%   {'end', test | group, Data}         with the result
%%   {cancel, test | group, Data}        with the reason, instead of an end
-module(eunit_proc).

-export([run/3, call/1, of_module/2, get_output/0, is_running_test/0]).

-include("eunit_internal.hrl").

-define(TEST_TIMEOUT, 5000).

%% In the dictionary of a process that collects what a test prints.
-define(MARK, '$eunit_output').

%% What a process of tests knows: who watches it, where in the description it is, how the group at hand is ordered.
-record(task, {guardian, id = [], order = inorder, options}).

%% Runs all; the events go to a fun that is called in this process.
run(Tests, Options, Tell) ->
    Task = #task{options = Options},
    Guardian = start(fun(T) -> group(#group{tests = Tests}, T) end, Task),
    follow(Guardian, Tell).

follow(Guardian, Tell) ->
    receive
        {event, Guardian, Event} ->
            Tell(Event),
            follow(Guardian, Tell);
        {done, Guardian} -> ok
    end.

%% Calls a function of tests: {ok, Value} or {error, {Class, Reason, Trace}}. A test that is not there throws why.
call(F) ->
    try F() of
        Value -> {ok, Value}
    catch
        throw:{?MODULE, Why} -> throw(Why);
        Class:Reason:Trace -> {error, {Class, Reason, own_frames(Trace)}}
    end.

%% Without the frames of EUnit itself.
own_frames(Trace) ->
    lists:takewhile(fun(Frame) ->
                            M = element(1, Frame),
                            M =/= ?MODULE andalso M =/= eunit_data
                    end, Trace).

of_module(M, F) ->
    fun() ->
            case erlang:function_exported(M, F, 0) orelse is_there(M, F) of
                true -> M:F();
                Why -> throw({?MODULE, Why})
            end
    end.

is_there(M, F) ->
    try lists:member({F, 0}, M:module_info(exports)) of
        true -> true;
        false -> {no_such_function, {M, F, 0}}
    catch
        error:undef -> {module_not_found, M}
    end.

%% -- A task and its guardian

start(Body, Task) ->
    Parent = self(),
    spawn_link(fun() -> guardian(Parent, Body, Task) end).

guardian(Parent, Body, Task) ->
    process_flag(trap_exit, true),
    Own = Task#task{guardian = self()},
    Child = spawn_link(fun() -> task(Body, Own) end),
    watch(Child, Parent, []).

task(Body, Task) ->
    try Body(Task)
    catch
        throw:{?MODULE, abort, Why} ->
            Task#task.guardian ! {abort, self(), Why},
            exit(aborted)
    end.

%% Open: the items that have begun and not ended, the innermost first.
watch(Child, Parent, Open) ->
    receive
        {event, Child, {'begin', Kind, Data} = Event} ->
            Parent ! {event, self(), Event},
            watch(Child, Parent, [{Kind, Data} | Open]);
        {event, Child, Event} ->
            Parent ! {event, self(), Event},
            watch(Child, Parent, tl(Open));
        {passed_on, Child, Event} ->
            Parent ! {event, self(), Event},
            watch(Child, Parent, Open);
        {abort, Child, Why} ->
            done(Parent, outermost(Open), {abort, Why});
        {timeout, Child, Id} ->
            case lists:any(fun({_, Data}) -> lists:member({id, Id}, Data) end, Open) of
                true ->
                    Reason = timeout(process_info(Child, current_stacktrace)),
                    stop(Child),
                    done(Parent, until(Id, Open), Reason);
                false -> watch(Child, Parent, Open)
            end;
        {'EXIT', Child, normal} -> done(Parent, [], normal);
        {'EXIT', Child, Reason} -> done(Parent, outermost(Open), {exit, Reason});
        {'EXIT', Parent, _} -> stop(Child)
    end.

timeout({current_stacktrace, [_ | _] = Trace}) -> {timeout, #{stacktrace => own_frames(Trace)}};
timeout(_) -> timeout.

stop(Child) ->
    unlink(Child),
    exit(Child, kill).

%% A group that took too long is itself to blame, not what it was doing; but what it was doing is cancelled as well.
until(Id, [{_, Data} = Item | Open]) ->
    case lists:member({id, Id}, Data) of
        true -> [Item | Open];
        false -> [{cancelled, Item} | until(Id, Open)]
    end.

%% What ends the task is said of the task as a whole.
outermost([Outermost]) -> [Outermost];
outermost([Inner | Open]) -> [{cancelled, Inner} | outermost(Open)];
outermost([]) -> [].

%% Cancels what is open, and is done.
done(Parent, Open, Reason) ->
    cancel(Open, Reason, Parent),
    Parent ! {done, self()},
    unlink(Parent).

cancel([], _, _) -> ok;
cancel([{cancelled, {Kind, Data}} | Open], Reason, Parent) ->
    tell_cancelled(Kind, Data, undefined, Parent),
    cancel(Open, Reason, Parent);
cancel([{Kind, Data} | Open], Reason, Parent) ->
    tell_cancelled(Kind, Data, Reason, Parent),
    Blamed = proplists:get_value(id, Data),
    Outer = case length(Open) of
                0 -> [];
                N -> lists:duplicate(N - 1, undefined) ++ [{blame, Blamed}]
            end,
    lists:foreach(fun({{K, D}, R}) -> tell_cancelled(K, D, R, Parent) end, lists:zip(Open, Outer)).

tell_cancelled(Kind, Data, Reason, Parent) ->
    Parent ! {event, self(), {cancel, Kind, [{reason, Reason} | Data]}}.

tell(Event, #task{guardian = Guardian}) ->
    Guardian ! {event, self(), Event}.

abort(Why) -> throw({?MODULE, abort, Why}).

%% -- Items, in the task

items(Tests, #task{order = Order} = Task) ->
    case Order of
        inorder -> in_order(Tests, 1, Task);
        {inparallel, Most} -> in_parallel(Tests, 1, Most, [], Task)
    end.

in_order(Tests, N, Task) ->
    case next(Tests, Task) of
        none -> N - 1;
        {Item, Rest} ->
            item(Item, at(N, Task)),
            in_order(Rest, N + 1, Task)
    end.

%% At most so many at a time, 0 for any number. What they say is passed on in order when all of a batch are done.
in_parallel(Tests, N, Most, Running, Task) when Most > 0, length(Running) >= Most ->
    pass_on(Running, Task),
    in_parallel(Tests, N, Most, [], Task);
in_parallel(Tests, N, Most, Running, Task) ->
    case next(Tests, Task) of
        none ->
            pass_on(Running, Task),
            N - 1;
        {Item, Rest} ->
            Guardian = start(fun(T) -> item(Item, T) end, at(N, Task)),
            in_parallel(Rest, N + 1, Most, [Guardian | Running], Task)
    end.

pass_on(Running, Task) ->
    lists:foreach(fun(Guardian) -> follow(Guardian, pass_on(Task)) end, lists:reverse(Running)).

pass_on(#task{guardian = Own}) ->
    fun(Event) -> Own ! {passed_on, self(), Event} end.

at(N, #task{id = Id} = Task) -> Task#task{id = Id ++ [N]}.

next(Tests, #task{options = Options}) ->
    try eunit_data:next(Tests, Options)
    catch throw:Why -> abort(Why)
    end.

item(#test{} = Test, Task) -> test(Test, Task);
item(#group{spawn = undefined} = Group, Task) -> group(Group, Task);
item(#group{} = Group, Task) ->
    Guardian = start(fun(T) -> group(Group, T) end, Task),
    follow(Guardian, pass_on(Task)).

group(#group{timeout = Timeout} = Group, Task0) ->
    Task = ordered(Group, Task0),
    Data = [{id, Task#task.id}, {desc, Group#group.desc}, {spawn, Group#group.spawn},
            {order, Group#group.order}],
    tell({'begin', group, Data}, Task),
    try
        in_context(Group, fun(Tests) ->
                                  timed(Timeout, infinity, fun() -> items(Tests, Task) end, Task)
                          end)
    of
        {Size, Time} -> tell({'end', group, [{size, Size}, {time, Time} | Data]}, Task)
    catch
        throw:{context_error, Why, Exception} ->
            tell({cancel, group, [{reason, {abort, {Why, Exception}}} | Data]}, Task)
    end.

ordered(#group{order = undefined}, Task) -> Task;
ordered(#group{order = Order}, Task) -> Task#task{order = Order}.

in_context(#group{context = undefined, tests = Tests}, F) -> F(Tests);
in_context(#group{context = Context, tests = Tests}, F) ->
    eunit_data:enter_context(Context, Tests, F).

test(#test{run = Run} = Test, Task) ->
    Data = [{id, Task#task.id}, {desc, Test#test.desc}, {source, Test#test.source},
            {line, Test#test.line}],
    tell({'begin', test, Data}, Task),
    Before = group_leader(),
    Leader = spawn_link(fun() ->
                                put(?MARK, true),
                                collect([])
                        end),
    group_leader(Leader, self()),
    {Status, Time} = timed(Test#test.timeout, ?TEST_TIMEOUT, fun() -> status(Run) end, Task),
    group_leader(Before, self()),
    Output = output(Leader, stop),
    unlink(Leader),
    tell({'end', test, [{status, Status}, {time, Time}, {output, Output} | Data]}, Task).

status(Run) ->
    try call(Run) of
        {ok, _} -> ok;
        {error, _} = Error -> Error
    catch
        throw:Why -> {skipped, Why}
    end.

%% {Value, Milliseconds}; the guardian is told when it takes longer.
timed(Timeout, Default, F, #task{options = Options} = Task) ->
    Limit = case {Timeout, proplists:get_value(scale_timeouts, Options, 1)} of
                {undefined, _} when Default =:= infinity -> infinity;
                {undefined, Factor} -> Default * Factor;
                {_, Factor} -> Timeout * Factor
            end,
    Timer = start_timer(Limit, Task),
    Start = erlang:monotonic_time(millisecond),
    try F() of
        Value -> {Value, erlang:monotonic_time(millisecond) - Start}
    after
        Timer =:= none orelse erlang:cancel_timer(Timer)
    end.

start_timer(infinity, _) -> none;
start_timer(Limit, #task{guardian = Guardian, id = Id}) ->
    erlang:send_after(min(Limit, 16#FFFFFFFF), Guardian, {timeout, self(), Id}).

%% -- What tests print

%% The group leader of a test: keeps what is printed, and has nothing to read.
collect(Chunks) ->
    receive
        {io_request, From, Reference, Request} ->
            {Reply, More} = request(Request, Chunks),
            From ! {io_reply, Reference, Reply},
            collect(More);
        {get_output, From, Reference, What} ->
            From ! {Reference, lists:reverse(Chunks)},
            case What of
                keep -> collect(Chunks);
                %% Whoever still prints there gets answers until the test's process is gone.
                stop -> collect([])
            end
    end.

request({put_chars, Encoding, M, F, Args}, Chunks) ->
    try apply(M, F, Args) of
        Chars -> request({put_chars, Encoding, Chars}, Chunks)
    catch
        Class:Reason:Trace -> {{error, {Class, Reason, Trace}}, Chunks}
    end;
request({put_chars, M, F, Args}, Chunks) -> request({put_chars, latin1, M, F, Args}, Chunks);
request({put_chars, latin1, Chars}, Chunks) ->
    {ok, [unicode:characters_to_binary(Chars, latin1) | Chunks]};
request({put_chars, _, Chars}, Chunks) -> {ok, [unicode:characters_to_binary(Chars) | Chunks]};
request({put_chars, Chars}, Chunks) -> request({put_chars, latin1, Chars}, Chunks);
request({get_chars, _, _}, Chunks) -> {eof, Chunks};
request({get_chars, _, _, _}, Chunks) -> {eof, Chunks};
request({get_line, _}, Chunks) -> {eof, Chunks};
request({get_line, _, _}, Chunks) -> {eof, Chunks};
request({get_until, _, _, _, _}, Chunks) -> {eof, Chunks};
request({get_until, _, _, _, _, _}, Chunks) -> {eof, Chunks};
request({setopts, _}, Chunks) -> {ok, Chunks};
request(getopts, Chunks) -> {{error, enotsup}, Chunks};
request({get_geometry, _}, Chunks) -> {{error, enotsup}, Chunks};
request({requests, Requests}, Chunks) ->
    lists:foldl(fun(R, {ok, So}) -> request(R, So);
                   (_, Failed) -> Failed
                end, {ok, Chunks}, Requests);
request(_, Chunks) -> {{error, request}, Chunks}.

output(Leader, What) ->
    Reference = make_ref(),
    Leader ! {get_output, self(), Reference, What},
    receive {Reference, Chunks} -> iolist_to_binary(Chunks) end.

%% What the test at hand has printed so far, as a string.
get_output() -> unicode:characters_to_list(output(group_leader(), keep)).

%% Whether this process's output is collected for a test.
is_running_test() ->
    try process_info(group_leader(), dictionary) of
        {dictionary, Entries} -> lists:keymember(?MARK, 1, Entries);
        _ -> false
    catch
        error:badarg -> false
    end.
