%% The way of a log event that its level allows: through the primary filters, then to each handler that wants it.
-module(logger_backend).

-export([handle/2]).

handle(Event, Primary) ->
    case filtered(primary, Event, Primary) of
        stop -> ok;
        Passed -> lists:foreach(fun(Id) -> hand_on(Id, Passed) end, logger_config:handlers())
    end.

hand_on(Id, #{level := Level} = Event) ->
    case logger_config:handler(Id) of
        {ok, #{level := Least} = Config} ->
            case logger_config:severity(Level) =< logger_config:severity(Least) andalso filtered(Id, Event, Config) of
                false -> ok;
                stop -> ok;
                Passed -> call(Id, Passed, Config)
            end;
        {error, _} -> ok
    end.

%% A handler that fails is removed, so that it cannot fail again with each event.
call(Id, Event, #{module := Module} = Config) ->
    Seen = maps:without([level, filters, filter_default], Config),
    try Module:log(Event, Seen) of
        _ -> ok
    catch
        Class:Reason:Stack ->
            case logger_config:remove_handler(Id) of
                ok ->
                    told({removed_failing_handler, Id}),
                    internal([{logger, removed_failing_handler}, {handler, {Id, Module}}, {log_event, Event},
                                     {config, Seen}, {reason, {Class, Reason, own_part(Stack)}}]);
                {error, _} -> ok
            end
    end.

filtered(Owner, Event, #{filters := Filters, filter_default := Default}) ->
    case through(Owner, Event, Filters, ignore) of
        ignore when Default =:= log -> Event;
        ignore -> stop;
        Result -> Result
    end.

through(_, _, [], Result) -> Result;
through(Owner, Event, [{_, {Fun, Arg}} = Filter | Filters], Result) ->
    try Fun(Event, Arg) of
        stop -> stop;
        ignore -> through(Owner, Event, Filters, Result);
        #{level := Level, msg := Message, meta := Meta} = Changed
          when is_atom(Level), tuple_size(Message) =:= 2, is_map(Meta) ->
            through(Owner, Changed, Filters, Changed);
        Other ->
            failed(Owner, Filter, Event, {bad_return_value, Other}),
            ignore
    catch
        Class:Reason:Stack ->
            failed(Owner, Filter, Event, {Class, Reason, own_part(Stack)}),
            ignore
    end.

failed(Owner, {Id, _} = Filter, Event, Reason) ->
    case logger_config:remove_filter(Owner, Id) of
        ok ->
            told({removed_failing_filter, Id}),
            internal([{logger, removed_failing_filter}, {filter, Filter}, {owner, Owner}, {log_event, Event},
                             {reason, Reason}]);
        {error, _} -> ok
    end.

%% By no handler, since it may be that which does not work.
told(What) -> io:format(standard_error, "Logger - error: ~0tp~n", [What]).

internal(Report) -> logger:log(debug, Report, #{domain => [otp], mfa => {?MODULE, handle, 2}}).

own_part(Stack) -> lists:takewhile(fun({Module, _, _, _}) -> Module =/= ?MODULE end, Stack).
