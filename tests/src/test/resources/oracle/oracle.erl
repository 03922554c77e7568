%% Runs many jobs in one real erl and writes what each printed and how it ended, for the differential tests.
%%
%% The jobs file holds terms: {module, Id, Dir, Module, Arguments} compiles Module.erl there and calls its main/1 or,
%% without it, main/0;
%% {session, Id, [ExpressionText]} evaluates expressions one after another as the shell does, keeping the bindings.
%% The answers file holds, for each job (for each expression of a session: Id.N), a line "Id Bytes" and then so many
%% bytes: what was printed, then the value of a session's expression, or "error: Reason".
-module(oracle).
-export([main/1]).

-define(TIMEOUT, 60000).

main([JobsFile, AnswersFile]) ->
    logger:set_primary_config(level, none),
    {ok, Jobs} = file:consult(JobsFile),
    {ok, Out} = file:open(AnswersFile, [write, raw, binary, delayed_write]),
    lists:foreach(fun(Job) -> run(Job, Out) end, Jobs),
    ok = file:close(Out),
    halt(0).

run({module, Id, Dir, Module, Arguments}, Out) ->
    ok = file:set_cwd(Dir),
    case compile:file(Module, [binary, return, {error_location, column}]) of
        {ok, Module, Code, _} ->
            {module, Module} = code:load_binary(Module, atom_to_list(Module) ++ ".erl", Code),
            answer(Out, Id, captured(fun() -> call_main(Module, Arguments) end)),
            code:delete(Module),
            code:purge(Module);
        {error, Errors, _} ->
            answer(Out, Id, [compile_error(File, Error) || {File, InFile} <- Errors, Error <- InFile])
    end;
run({session, Id, Texts}, Out) ->
    Owner = self(),
    Pid = spawn(fun() -> session(Owner, Id, Texts) end),
    session_answers(Pid, monitor(process, Pid), Out).

call_main(Module, Arguments) ->
    case erlang:function_exported(Module, main, 1) of
        true -> Module:main(Arguments);
        false -> Module:main()
    end.

compile_error(File, {{Line, Column}, Module, What}) ->
    io_lib:format("error: ~s:~p:~p: ~s~n", [File, Line, Column, Module:format_error(What)]);
compile_error(File, {_, Module, What}) ->
    io_lib:format("error: ~s: ~s~n", [File, Module:format_error(What)]).

%% All expressions of a session run in one process, so that its mailbox and dictionary last.
session(Owner, Id, Texts) ->
    lists:foldl(
        fun(Text, {N, Bindings}) ->
            Capture = start_capture(),
            {After, Result} = evaluate(Text, Bindings),
            Owner ! {answer, self(), Id ++ "." ++ integer_to_list(N), [stop_capture(Capture), Result]},
            {N + 1, After}
        end,
        {1, erl_eval:new_bindings()},
        Texts).

session_answers(Pid, Monitor, Out) ->
    receive
        {answer, Pid, Id, Bytes} -> answer(Out, Id, Bytes), session_answers(Pid, Monitor, Out);
        {'DOWN', Monitor, process, Pid, _} -> ok
    after ?TIMEOUT -> exit(Pid, kill), ok
    end.

evaluate(Text, Bindings) ->
    try
        {ok, Tokens, _} = erl_scan:string(Text),
        case erl_parse:parse_exprs(Tokens) of
            {ok, Expressions} ->
                {value, Value, After} = erl_eval:exprs(Expressions, Bindings),
                {After, io_lib:format("~0tp~n", [Value])};
            {error, {_, Module, What}} ->
                {Bindings, ["error: ", Module:format_error(What), "\n"]}
        end
    catch Class:Reason -> {Bindings, failure(Class, Reason)}
    end.

captured(Action) ->
    Owner = self(),
    {Pid, Monitor} = spawn_monitor(fun() ->
        Capture = start_capture(),
        Failure = try Action(), [] catch Class:Reason -> failure(Class, Reason) end,
        Owner ! {done, self(), [stop_capture(Capture), Failure]}
    end),
    receive
        {done, Pid, Bytes} -> demonitor(Monitor, [flush]), Bytes;
        {'DOWN', Monitor, process, Pid, Reason} -> io_lib:format("error: exit:~0tp~n", [Reason])
    after ?TIMEOUT -> exit(Pid, kill), "error: time\n"
    end.

failure(error, Reason) -> io_lib:format("error: ~0tp~n", [Reason]);
failure(Class, Reason) -> io_lib:format("error: ~p:~0tp~n", [Class, Reason]).

answer(Out, Id, Chars) ->
    Bytes = unicode:characters_to_binary(Chars),
    ok = file:write(Out, [Id, " ", integer_to_list(byte_size(Bytes)), "\n", Bytes]).

start_capture() ->
    Capture = spawn(fun() -> capture([]) end),
    group_leader(Capture, self()),
    Capture.

stop_capture(Capture) ->
    Capture ! {stop, self()},
    receive {captured, Capture, Chars} -> Chars end.

capture(Acc) ->
    receive
        {io_request, From, ReplyAs, Request} ->
            {Reply, More} = io_request(Request),
            From ! {io_reply, ReplyAs, Reply},
            capture([Acc, More]);
        {stop, From} ->
            From ! {captured, self(), Acc}
    end.

io_request({put_chars, unicode, Chars}) -> {ok, unicode:characters_to_binary(Chars)};
io_request({put_chars, latin1, Chars}) -> {ok, unicode:characters_to_binary(iolist_to_binary(Chars), latin1)};
io_request({put_chars, Encoding, M, F, A}) -> io_request({put_chars, Encoding, apply(M, F, A)});
io_request({get_line, _, _}) -> {eof, []};
io_request(_) -> {{error, enotsup}, []}.
