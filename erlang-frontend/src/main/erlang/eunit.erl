%% EUnit (EUnit's reference manual, module eunit): runs tests and says what came of them.
%%
%%   eunit_data      what a description means, one item after the other
%%   eunit_proc      runs the items in processes and tells the listeners
%%   eunit_listener  a listener, around a module that is called back; eunit_tty is the one that prints
-module(eunit).

-export([start/0, stop/0, test/1, test/2]).

%% There is no server of tests to start: tests can be run at any time.
start() -> ok.
stop() -> ok.

test(Tests) -> test(Tests, []).

%% Options: verbose, no_tty, {print_depth, N}, exact_execution, {scale_timeouts, N} and {report, Listener}, which is a
%% process or {Module, Options}.
test(Tests, Options) ->
    Given = proplists:get_all_values(report, Options),
    Reports = [report(R) || R <- [{eunit_tty, Options} | Given]],
    Reference = make_ref(),
    tell(Reports, {start, Reference}),
    eunit_proc:run(Tests, Options, fun(Event) -> tell(Reports, Event) end),
    tell(Reports, {stop, Reference, self()}),
    results(Reports, Reference, ok).

report({Module, Options}) when is_atom(Module) -> Module:start(Options);
report(Process) -> Process.

tell(Reports, Event) ->
    lists:foreach(fun(R) -> R ! Event end, Reports).

%% The result is that of the first report, the one that prints; the others only need to be done.
results(Reports, Reference, Default) ->
    Monitors = [erlang:monitor(process, R) || R <- Reports],
    lists:foreach(fun(M) -> receive {'DOWN', M, process, _, _} -> ok end end, Monitors),
    receive
        {result, Reference, Result} -> Result
    after 0 -> Default
    end.
