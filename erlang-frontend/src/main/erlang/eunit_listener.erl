%% A process that is told what happens to tests, and the module it calls back (EUnit's reference manual, module
%% eunit_listener). The data are property lists; see eunit_proc.
-module(eunit_listener).

-export([start/1, start/2]).

-callback init(Options :: [term()]) -> State :: term().
-callback handle_begin(group | test, Data :: [term()], State :: term()) -> NewState :: term().
-callback handle_end(group | test, Data :: [term()], State :: term()) -> NewState :: term().
-callback handle_cancel(group | test, Data :: [term()], State :: term()) -> NewState :: term().
-callback terminate({ok, Data :: [term()]} | {error, Reason :: term()}, State :: term()) -> term().

start(Module) -> start(Module, []).

start(Module, Options) ->
    spawn_opt(fun() ->
                      Counts = #{pass => 0, fail => 0, skip => 0, cancel => 0},
                      loop(Module, Counts, Module:init(Options))
              end,
              proplists:get_all_values(spawn, Options)).

%% Module:init/1 has taken {start, Reference}; terminate/2 is to take {stop, Reference, ReplyTo}. The stop is only looked
%% at here when the tests are over, so the queue has all that came before it.
loop(Module, Counts, State) ->
    receive
        {'begin', Kind, Data} ->
            loop(Module, Counts, call(Module, handle_begin, Kind, Data, State));
        {'end', Kind, Data} ->
            loop(Module, counted(Kind, Data, Counts), call(Module, handle_end, Kind, Data, State));
        {cancel, Kind, Data} ->
            loop(Module, add(cancel, Counts), call(Module, handle_cancel, Kind, Data, State));
        {stop, _, _} = Stop ->
            self() ! Stop,
            Module:terminate({ok, maps:to_list(Counts)}, State)
    end.

call(Module, F, Kind, Data, State) ->
    try Module:F(Kind, Data, State)
    catch
        Class:Reason:Trace ->
            Module:terminate({error, {Class, Reason, Trace}}, State),
            erlang:raise(Class, Reason, Trace)
    end.

counted(group, _, Counts) -> Counts;
counted(test, Data, Counts) ->
    case proplists:get_value(status, Data) of
        ok -> add(pass, Counts);
        {skipped, _} -> add(skip, Counts);
        {error, _} -> add(fail, Counts)
    end.

add(Key, Counts) -> maps:update_with(Key, fun(N) -> N + 1 end, Counts).
