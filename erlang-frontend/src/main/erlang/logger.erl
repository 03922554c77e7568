%% Log events: what writes them, and what configures where they go. OTP's kernel manual, module logger. An event goes through the
%% primary level and filters, then through those of each handler, in the process that logs it. logger_config keeps the configuration.
-module(logger).

-export([emergency/1, emergency/2, emergency/3, alert/1, alert/2, alert/3, critical/1, critical/2, critical/3, error/1, error/2,
         error/3, warning/1, warning/2, warning/3, notice/1, notice/2, notice/3, info/1, info/2, info/3, debug/1, debug/2,
         debug/3, log/2, log/3, log/4]).
-export([allow/2, macro_log/3, macro_log/4, macro_log/5, add_default_metadata/1]).
-export([add_handler/3, remove_handler/1, add_handlers/1, add_primary_filter/2, remove_primary_filter/1, add_handler_filter/3,
         remove_handler_filter/2, set_primary_config/1, set_primary_config/2, update_primary_config/1, set_handler_config/2,
         set_handler_config/3, update_handler_config/2, update_handler_config/3, update_formatter_config/2,
         update_formatter_config/3, get_config/0, get_primary_config/0, get_handler_config/0, get_handler_config/1,
         get_handler_ids/0, set_module_level/2, unset_module_level/0, unset_module_level/1, get_module_level/0,
         get_module_level/1, set_application_level/2, unset_application_level/1, compare_levels/2]).
-export([get_process_metadata/0, set_process_metadata/1, update_process_metadata/1, unset_process_metadata/0, format_report/1,
         format_otp_report/1, timestamp/0]).

-export_type([level/0, report/0, metadata/0, log_event/0, handler_id/0, filter_id/0, filter/0, filter_arg/0, filter_return/0,
              primary_config/0, handler_config/0, config_handler/0, formatter_config/0, msg_fun/0, report_cb/0,
              report_cb_config/0, timestamp/0]).

-type level() :: emergency | alert | critical | error | warning | notice | info | debug.
-type report() :: map() | [{atom(), term()}].
-type metadata() :: #{pid => pid(), gl => pid(), time => timestamp(), mfa => {module(), atom(), non_neg_integer()},
                      file => file:filename(), line => non_neg_integer(), domain => [atom()], report_cb => report_cb(),
                      atom() => term()}.
-type log_event() :: #{level := level(),
                       msg := {io:format(), [term()]} | {report, report()} | {string, unicode:chardata()},
                       meta := metadata()}.
-type handler_id() :: atom().
-type filter_id() :: atom().
-type filter() :: {fun((log_event(), filter_arg()) -> filter_return()), filter_arg()}.
-type filter_arg() :: term().
-type filter_return() :: stop | ignore | log_event().
-type primary_config() :: #{level => level() | all | none, metadata => metadata(), filter_default => log | stop,
                            filters => [{filter_id(), filter()}]}.
-type handler_config() :: #{id => handler_id(), config => term(), level => level() | all | none, module => module(),
                            filter_default => log | stop, filters => [{filter_id(), filter()}],
                            formatter => {module(), formatter_config()}}.
-type config_handler() :: {handler, handler_id(), module(), handler_config()}.
-type formatter_config() :: #{atom() => term()}.
-type msg_fun() :: fun((term()) -> term()).
-type report_cb() :: fun((report()) -> {io:format(), [term()]}) | fun((report(), report_cb_config()) -> unicode:chardata()).
-type report_cb_config() :: #{depth := pos_integer() | unlimited, chars_limit := pos_integer() | unlimited,
                              single_line := boolean()}.
-type timestamp() :: integer().

%% ---- Writing ----

emergency(What) -> log(emergency, What).
emergency(What, Args) -> log(emergency, What, Args).
emergency(What, Args, Meta) -> log(emergency, What, Args, Meta).
alert(What) -> log(alert, What).
alert(What, Args) -> log(alert, What, Args).
alert(What, Args, Meta) -> log(alert, What, Args, Meta).
critical(What) -> log(critical, What).
critical(What, Args) -> log(critical, What, Args).
critical(What, Args, Meta) -> log(critical, What, Args, Meta).
error(What) -> log(error, What).
error(What, Args) -> log(error, What, Args).
error(What, Args, Meta) -> log(error, What, Args, Meta).
warning(What) -> log(warning, What).
warning(What, Args) -> log(warning, What, Args).
warning(What, Args, Meta) -> log(warning, What, Args, Meta).
notice(What) -> log(notice, What).
notice(What, Args) -> log(notice, What, Args).
notice(What, Args, Meta) -> log(notice, What, Args, Meta).
info(What) -> log(info, What).
info(What, Args) -> log(info, What, Args).
info(What, Args, Meta) -> log(info, What, Args, Meta).
debug(What) -> log(debug, What).
debug(What, Args) -> log(debug, What, Args).
debug(What, Args, Meta) -> log(debug, What, Args, Meta).

log(Level, What) -> logged(Level, What, #{}).

%% The third argument is metadata where it is a map, unless a fun stands before it: that is called with it.
log(Level, What, Meta) when is_map(Meta), not is_function(What, 1) -> logged(Level, What, Meta);
log(Level, What, Args) -> logged(Level, {What, Args}, #{}).

log(Level, What, Args, Meta) -> logged(Level, {What, Args}, Meta).

logged(Level, What, #{mfa := {Module, _, _}} = Meta) ->
    case logger_config:allow(Level, Module) of
        true -> event(Level, What, #{}, Meta);
        false -> ok
    end;
logged(Level, What, Meta) ->
    case logger_config:allow(Level) of
        true -> event(Level, What, #{}, Meta);
        false -> ok
    end.

%% ---- The macros of logger.hrl ----

allow(Level, Module) -> logger_config:allow(Level, Module).

macro_log(Location, Level, What) -> event(Level, What, Location, #{}).

macro_log(Location, Level, What, Meta) when is_map(Meta), not is_function(What, 1) -> event(Level, What, Location, Meta);
macro_log(Location, Level, What, Args) -> event(Level, {What, Args}, Location, #{}).

macro_log(Location, Level, What, Args, Meta) -> event(Level, {What, Args}, Location, Meta).

%% ---- An event ----

%% What a fun gives is made only now that the event is known to be wanted.
event(Level, {Fun, Arg} = Call, Location, Meta) when is_function(Fun, 1) ->
    try Fun(Arg) of
        {What, #{} = Added} -> made(Level, What, Location, maps:merge(Meta, Added), Call);
        What -> made(Level, What, Location, Meta, Call)
    catch
        Class:Reason ->
            event(Level, {"LAZY_FUN CRASH: ~tp; Reason: ~tp", [Call, {Class, Reason}]}, Location, Meta)
    end;
event(Level, What, Location, Meta) when is_map(Meta) ->
    Primary = logger_config:primary(),
    Whole = maps:merge(Location, maps:merge(maps:get(metadata, Primary), maps:merge(process_metadata(), Meta))),
    Event = #{level => Level, msg => message(What), meta => add_default_metadata(Whole)},
    true = is_level(Level),
    logger_backend:handle(Event, Primary).

made(_, ignore, _, _, _) -> ok;
made(Level, What, Location, Meta, Call) ->
    try message(What) of
        _ -> event(Level, What, Location, Meta)
    catch
        error:function_clause ->
            event(Level, {"LAZY_FUN ERROR: ~tp; Returned: ~tp", [Call, What]}, Location, Meta)
    end.

message({Format, Args}) when is_atom(Format), is_list(Args) -> {atom_to_list(Format), Args};
message({Format, Args}) when is_list(Format), is_list(Args); is_binary(Format), is_list(Args) -> {Format, Args};
message(Report) when is_map(Report); is_list(Report), is_tuple(hd(Report)) -> {report, Report};
message(Text) when is_list(Text); is_binary(Text) -> {string, Text}.

process_metadata() ->
    case get_process_metadata() of
        Meta when is_map(Meta) -> Meta;
        _ -> #{}
    end.

add_default_metadata(#{pid := _, gl := _, time := _} = Meta) -> Meta;
add_default_metadata(Meta) -> maps:merge(#{pid => self(), gl => group_leader(), time => timestamp()}, Meta).

%% Microseconds. Where the policy grants no clock it is the time since the node's start.
timestamp() ->
    try erlang:system_time(microsecond)
    catch
        error:{denied, clock} ->
            Since = erlang:monotonic_time() - erlang:system_info(start_time),
            max(0, erlang:convert_time_unit(Since, native, microsecond))
    end.

%% ---- Handlers and filters ----

add_handler(Id, Module, Config) -> logger_config:add_handler(Id, Module, Config).
remove_handler(Id) -> logger_config:remove_handler(Id).

add_primary_filter(Id, Filter) -> logger_config:add_filter(primary, {Id, Filter}).
remove_primary_filter(Id) -> logger_config:remove_filter(primary, Id).
add_handler_filter(Handler, Id, Filter) -> logger_config:add_filter(Handler, {Id, Filter}).
remove_handler_filter(Handler, Id) -> logger_config:remove_filter(Handler, Id).

%% The handlers in an application's environment, or those written out in the same form.
add_handlers(Application) when is_atom(Application) -> add_handlers(application:get_env(Application, logger, []));
add_handlers(Handlers) ->
    case [Error || {handler, Id, Module, Config} <- Handlers, {error, Error} <- [add_handler(Id, Module, Config)]] of
        [] -> ok;
        [Reason | _] ->
            logger:error("Invalid logger handler config: ~p", [Reason], #{mfa => {?MODULE, add_handlers, 2}}),
            {error, {bad_config, {handler, Reason}}}
    end.

set_primary_config(Config) -> logger_config:set(primary, Config).
set_primary_config(Key, Value) -> logger_config:update(primary, #{Key => Value}).
update_primary_config(Config) -> logger_config:update(primary, Config).
set_handler_config(Id, Config) -> logger_config:set(Id, Config).
set_handler_config(Id, Key, Value) -> logger_config:set(Id, Key, Value).
update_handler_config(Id, Config) -> logger_config:update(Id, Config).
update_handler_config(Id, Key, Value) -> logger_config:update(Id, #{Key => Value}).
update_formatter_config(Id, Config) -> logger_config:update_formatter(Id, Config).
update_formatter_config(Id, Key, Value) -> logger_config:update_formatter(Id, #{Key => Value}).

get_primary_config() -> logger_config:primary().
get_handler_ids() -> logger_config:handlers().
get_handler_config(Id) -> logger_config:handler(Id).
get_handler_config() -> [Config || Id <- get_handler_ids(), {ok, Config} <- [get_handler_config(Id)]].

get_config() ->
    #{primary => get_primary_config(), handlers => get_handler_config(), module_levels => lists:keysort(1, get_module_level())}.

%% ---- Levels ----

set_module_level(Module, Level) when is_atom(Module) -> set_module_level([Module], Level);
set_module_level(Modules, Level) -> logger_config:set_module_level(Modules, Level).

unset_module_level() -> logger_config:unset_module_level(all).
unset_module_level(Module) when is_atom(Module) -> unset_module_level([Module]);
unset_module_level(Modules) -> logger_config:unset_module_level(Modules).

get_module_level() -> logger_config:module_levels().
get_module_level(Module) when is_atom(Module) -> get_module_level([Module]);
get_module_level(Modules) when is_list(Modules) ->
    [Pair || {Module, _} = Pair <- get_module_level(), lists:member(Module, Modules)].

set_application_level(Application, Level) ->
    with_modules(Application, fun(Modules) -> set_module_level(Modules, Level) end).
unset_application_level(Application) -> with_modules(Application, fun unset_module_level/1).

with_modules(Application, Do) ->
    case application:get_key(Application, modules) of
        {ok, Modules} -> Do(Modules);
        undefined -> {error, {not_loaded, Application}}
    end.

is_level(Level) -> Level =/= all andalso Level =/= none andalso logger_config:is_level(Level).

compare_levels(One, Other) ->
    case logger_config:is_level(One) andalso logger_config:is_level(Other) of
        true when One =:= Other -> eq;
        true ->
            case logger_config:severity(One) < logger_config:severity(Other) of
                true -> gt;
                false -> lt
            end;
        false -> erlang:error(badarg, [One, Other])
    end.

%% ---- What is known of a process ----

get_process_metadata() -> get('$logger_metadata$').

set_process_metadata(Meta) when is_map(Meta) ->
    put('$logger_metadata$', Meta),
    ok;
set_process_metadata(Meta) -> erlang:error(badarg, [Meta]).

update_process_metadata(Meta) when is_map(Meta) -> set_process_metadata(maps:merge(process_metadata(), Meta));
update_process_metadata(Meta) -> erlang:error(badarg, [Meta]).

unset_process_metadata() ->
    erase('$logger_metadata$'),
    ok.

%% ---- Reports as text ----

format_otp_report(#{label := _, report := Report}) -> format_report(Report);
format_otp_report(Report) -> format_report(Report).

%% A line for each pair of key and value; what is a text already stays one.
format_report(Report) when is_map(Report) -> format_report(maps:to_list(Report));
format_report(Report) ->
    try lists:flatten(Report) of
        [] -> {"~tp", [[]]};
        Flat ->
            case io_lib:printable_unicode_list(Flat) of
                true -> {"~ts", [Flat]};
                false ->
                    Lines = [report_line(Item) || Item <- Report],
                    {lists:append(lists:join("\n", [Format || {Format, _} <- Lines])),
                     lists:append([Args || {_, Args} <- Lines])}
            end
    catch error:_ -> {"~tp", [Report]}
    end.

report_line({Key, Value}) ->
    case is_text(Value) of
        true -> {"    ~tp: ~ts", [Key, Value]};
        false -> {"    ~tp: ~tp", [Key, Value]}
    end;
report_line(Item) -> {"    ~tp", [Item]}.

is_text(Value) ->
    try lists:flatten(Value) of
        [] -> false;
        Flat -> io_lib:printable_unicode_list(Flat)
    catch error:_ -> false
    end.
