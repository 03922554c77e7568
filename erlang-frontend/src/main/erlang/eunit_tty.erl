%% Prints what comes of tests: failures as they happen, with verbose every test, and a summary.
-module(eunit_tty).

-behaviour(eunit_listener).

-export([start/0, start/1]).
-export([init/1, handle_begin/3, handle_end/3, handle_cancel/3, terminate/2]).

-record(state, {verbose, depth, indent = 0}).

-define(LONGEST_OUTPUT, 800).

start() -> start([]).
start(Options) -> eunit_listener:start(?MODULE, Options).

init(Options) ->
    State = #state{verbose = proplists:get_bool(verbose, Options),
                   depth = proplists:get_value(print_depth, Options, 20)},
    put(no_tty, proplists:get_bool(no_tty, Options)),
    receive
        {start, _} ->
            State#state.verbose
                andalso print("======================== EUnit ========================\n"),
            State
    end.

terminate({ok, Counts}, State) ->
    [Pass, Fail, Skip, Cancel] =
        [proplists:get_value(Key, Counts) || Key <- [pass, fail, skip, cancel]],
    case Fail + Skip + Cancel of
        0 ->
            Pass > 0 andalso State#state.verbose andalso print_bar(),
            print_passed(Pass),
            answer(ok);
        _ ->
            print_bar(),
            print("  Failed: ~w.  Skipped: ~w.  Passed: ~w.\n", [Fail, Skip, Pass]),
            Cancel > 0 andalso print("One or more tests were cancelled.\n"),
            answer(error)
    end;
terminate({error, Reason}, State) ->
    print("Internal error: ~tP.\n", [Reason, State#state.depth]),
    answer(error).

answer(Result) ->
    receive
        {stop, Reference, To} -> To ! {result, Reference, Result}
    end.

print_passed(0) -> print("  There were no tests to run.\n");
print_passed(1) -> print("  Test passed.\n");
print_passed(2) -> print("  2 tests passed.\n");
print_passed(N) -> print("  All ~w tests passed.\n", [N]).

print_bar() -> print("=======================================================\n").

handle_begin(group, Data, State) ->
    case is_shown(Data, State) of
        true ->
            print_group(Data, State),
            State#state{indent = State#state.indent + 1};
        false -> State
    end;
handle_begin(test, Data, State) ->
    State#state.verbose andalso print_test(Data, State),
    State.

handle_end(group, Data, State) ->
    case is_shown(Data, State) of
        true ->
            case proplists:get_value(time, Data) of
                0 -> ok;
                Time -> indent(State), print("[done in ~.3f s]\n", [Time / 1000])
            end,
            State#state{indent = State#state.indent - 1};
        false -> State
    end;
handle_end(test, Data, State) ->
    case proplists:get_value(status, Data) of
        ok -> State#state.verbose andalso print_ok(proplists:get_value(time, Data));
        Status ->
            State#state.verbose orelse print_test(Data, State),
            print_failure(Status, Data, State)
    end,
    State.

handle_cancel(group, Data, State) ->
    Shown = is_shown(Data, State),
    case proplists:get_value(reason, Data) of
        undefined -> ok;
        Reason ->
            Shown orelse print_group(Data, State),
            case Reason of
                {blame, _} -> ok;
                _ -> indent(State), print_cancelled(Reason, State)
            end
    end,
    case Shown of
        true -> State#state{indent = State#state.indent - 1};
        false -> State
    end;
handle_cancel(test, Data, State) ->
    State#state.verbose orelse print_test(Data, State),
    print_cancelled(proplists:get_value(reason, Data), State),
    State.

is_shown(Data, State) -> State#state.verbose andalso description(Data) =/= "".

description(Data) ->
    case proplists:get_value(desc, Data) of
        undefined -> "";
        <<>> -> "";
        Text -> Text
    end.

indent(#state{indent = N}) -> print(lists:duplicate(2 * N, $\s)).

print_group(Data, State) ->
    indent(State),
    print("~ts\n", [proplists:get_value(desc, Data)]).

print_test(Data, State) ->
    indent(State),
    Line = case proplists:get_value(line, Data) of
               0 -> "";
               N -> io_lib:format("~w:", [N])
           end,
    Text = case description(Data) of
               "" -> "";
               D -> io_lib:format(" (~ts)", [D])
           end,
    {M, F, _} = proplists:get_value(source, Data),
    print("~ts:~ts ~ts~ts...", [M, Line, F, Text]).

print_ok(0) -> print("ok\n");
print_ok(Time) -> print("[~.3f s] ok\n", [Time / 1000]).

print_failure({error, Exception}, Data, State) ->
    print("*failed*\n~ts", [exception(Exception, State)]),
    case proplists:get_value(output, Data) of
        <<Text:?LONGEST_OUTPUT/binary, _, _/binary>> ->
            print("  output:<<\"~ts\">>...\n\n", [Text]);
        Text -> print("  output:<<\"~ts\">>\n\n", [Text])
    end;
print_failure({skipped, {module_not_found, M}}, _, _) ->
    print("*did not run*\n::missing module: ~w\n", [M]);
print_failure({skipped, {no_such_function, {M, F, A}}}, _, _) ->
    print("*did not run*\n::no such function: ~w:~tw/~w\n", [M, F, A]).

print_cancelled(undefined, _) -> print("*skipped*\n");
print_cancelled(timeout, _) -> print("*timed out*\n");
print_cancelled({timeout, #{stacktrace := Trace}}, _) ->
    print("*timed out*\n~ts", [trace(Trace)]);
print_cancelled({exit, Reason}, #state{depth = Depth}) ->
    print("*unexpected termination of test process*\n::~tP\n\n", [Reason, Depth]);
print_cancelled({abort, Why}, State) ->
    {Title, Text} = problem(Why, State),
    print("*** ~ts ***\n**~ts\n\n", [Title, Text]).

%% What is wrong with the tests themselves, or around them.
problem({bad_test, Term}, State) -> {"bad test descriptor", term(Term, State)};
problem({bad_generator, {MFA, Term}}, State) ->
    {["result from generator ", mfa(MFA), " is not a test"], term(Term, State)};
problem({generator_failed, {MFA, Exception}}, State) ->
    {["test generator ", mfa(MFA), " failed"], exception(Exception, State)};
problem({no_such_function, MFA}, _) -> {["no such function: ", mfa(MFA)], ""};
problem({module_not_found, M}, _) -> {"test module not found", io_lib:format("~tp", [M])};
problem({{bad_instantiator, {MFA, Term}}, _}, State) ->
    {["result from instantiator ", mfa(MFA), " is not a test"], term(Term, State)};
problem({setup_failed, Exception}, State) ->
    {"context setup failed", exception(Exception, State)};
problem({cleanup_failed, Exception}, State) ->
    {"context cleanup failed", exception(Exception, State)};
problem({instantiation_failed, Exception}, State) ->
    {"instantiation of subtests failed", exception(Exception, State)}.

term(Term, #state{depth = Depth}) -> io_lib:format("~tP", [Term, Depth]).

mfa({M, F, A}) -> io_lib:format("~w:~tw/~w", [M, F, A]).

exception({Class, Reason, Trace}, State) ->
    io_lib:format("~ts**~w:~ts\n", [trace(Trace), Class, term(Reason, State)]).

trace([]) -> "";
trace([Frame | Frames]) -> [frame("in function", Frame) | [frame("in call from", F) || F <- Frames]].

frame(Words, {M, F, Arity, Location}) when is_integer(Arity) ->
    io_lib:format("~s ~ts~ts\n", [Words, mfa({M, F, Arity}), location(Location)]);
frame(Words, {M, F, Args, Location}) ->
    Shown = lists:join(",", [io_lib:format("~tP", [A, 15]) || A <- Args]),
    Call = case {is_operator(M, F), Args} of
               {true, [_]} -> [atom_to_list(F), " ", Shown];
               {true, [_, _]} -> [hd(Shown), " ", atom_to_list(F), " ", lists:last(Shown)];
               _ -> io_lib:format("~tw(~ts)", [F, Shown])
           end,
    [frame(Words, {M, F, length(Args), Location}), "  called as ", Call, "\n"].

is_operator(erlang, F) ->
    lists:member(F, ['+', '-', '*', '/', 'div', 'rem', 'bnot', 'band', 'bor', 'bxor', 'bsl', 'bsr',
                     'not', 'and', 'or', 'xor', '==', '/=', '=<', '<', '>=', '>', '=:=', '=/=',
                     '++', '--', '!']);
is_operator(_, _) -> false.

location(Location) ->
    case {proplists:get_value(file, Location), proplists:get_value(line, Location)} of
        {File, Line} when File =/= undefined, Line =/= undefined ->
            io_lib:format(" (~ts, line ~w)", [File, Line]);
        _ -> ""
    end.

print(Text) -> print(Text, []).

print(Format, Args) -> get(no_tty) orelse io:fwrite(Format, Args).
