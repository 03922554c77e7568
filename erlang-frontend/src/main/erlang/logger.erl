%% Reports of what went wrong, to the node's error output. The functions that write, and the level below which nothing is
%% written; there are no handlers or filters to configure here, since where a script's reports go is the host's business.
-module(logger).

-export([report/3, error/1, error/2, error/3, warning/1, warning/2, warning/3, notice/1, notice/2,
         notice/3, info/1, info/2, info/3, debug/1, debug/2, debug/3, critical/1, critical/2,
         alert/1, alert/2, emergency/1, emergency/2, log/2, log/3, log/4, set_primary_config/2,
         get_primary_config/0, allow/2, macro_log/3, macro_log/4, macro_log/5, set_module_level/2,
         set_application_level/2, get_process_metadata/0, set_process_metadata/1, update_process_metadata/1,
         unset_process_metadata/0, compare_levels/2, get_handler_ids/0, get_handler_config/0, get_module_level/0]).

-export_type([level/0, report/0, metadata/0, log_event/0, handler_id/0, config_handler/0, msg_fun/0]).

-type level() :: emergency | alert | critical | error | warning | notice | info | debug.
-type report() :: map() | [{atom(), term()}].
-type metadata() :: map().
-type log_event() :: map().
-type handler_id() :: atom().
-type config_handler() :: map().
-type msg_fun() :: fun((term()) -> term()).

error(What) -> log(error, What).
error(Format, Args) -> log(error, Format, Args).
error(Format, Args, Meta) -> log(error, Format, Args, Meta).
warning(What) -> log(warning, What).
warning(Format, Args) -> log(warning, Format, Args).
warning(Format, Args, Meta) -> log(warning, Format, Args, Meta).
notice(What) -> log(notice, What).
notice(Format, Args) -> log(notice, Format, Args).
notice(Format, Args, Meta) -> log(notice, Format, Args, Meta).
info(What) -> log(info, What).
info(Format, Args) -> log(info, Format, Args).
info(Format, Args, Meta) -> log(info, Format, Args, Meta).
debug(What) -> log(debug, What).
debug(Format, Args) -> log(debug, Format, Args).
debug(Format, Args, Meta) -> log(debug, Format, Args, Meta).
critical(What) -> log(critical, What).
critical(Format, Args) -> log(critical, Format, Args).
alert(What) -> log(alert, What).
alert(Format, Args) -> log(alert, Format, Args).
emergency(What) -> log(emergency, What).
emergency(Format, Args) -> log(emergency, Format, Args).

log(Level, Text) when is_list(Text); is_binary(Text) -> log(Level, "~ts", [Text]);
log(Level, Report) -> log(Level, "~tp", [Report]).

%% The node's level: OTP's default is notice, so info and debug are not written.
set_primary_config(level, Level) ->
    _ = severity(Level),
    persistent_term:put({?MODULE, level}, Level);
set_primary_config(_, _) -> ok.

get_primary_config() -> #{level => level(), filters => [], filter_default => log}.

level() -> persistent_term:get({?MODULE, level}, notice).

severity(none) -> -1;
severity(emergency) -> 0;
severity(alert) -> 1;
severity(critical) -> 2;
severity(error) -> 3;
severity(warning) -> 4;
severity(notice) -> 5;
severity(info) -> 6;
severity(debug) -> 7;
severity(all) -> 8;
%% The headings of OTP's reports.
severity(_) -> 3.

log(Level, Report, Meta) when is_map(Meta) -> log(Level, Report), ok;
log(Level, Format, Args) -> report(Level, Format ++ "~n", Args).

log(Level, Format, Args, _Meta) -> log(Level, Format, Args).

report(Level, Format, Args) ->
    case severity(Level) =< severity(level()) of
        true -> io:format(standard_error, "=" ++ heading(Level) ++ " REPORT====~n" ++ Format, Args);
        false -> ok
    end.

heading(crash) -> "CRASH";
heading(supervisor) -> "SUPERVISOR";
heading(warning) -> "WARNING";
heading(notice) -> "NOTICE";
heading(_) -> "ERROR".

%% ---- The macros of logger.hrl ----

allow(Level, _Module) -> severity(Level) =< severity(level()).

macro_log(_Location, Level, What) -> log(Level, What).
macro_log(_Location, Level, What, Args) -> log(Level, What, Args).
macro_log(_Location, Level, What, Args, Meta) -> log(Level, What, Args, Meta).

%% ---- Levels and what is known of a process ----

set_module_level(_Modules, Level) ->
    _ = severity(Level),
    ok.
set_application_level(_Application, Level) ->
    _ = severity(Level),
    ok.
get_module_level() -> [].

compare_levels(Level, Level) -> eq;
compare_levels(One, Other) ->
    case severity(One) < severity(Other) of
        true -> gt;
        false -> lt
    end.

get_handler_ids() -> [default].
get_handler_config() -> [#{id => default, level => all, module => ?MODULE}].

get_process_metadata() -> get('$logger_metadata$').
set_process_metadata(Meta) when is_map(Meta) ->
    put('$logger_metadata$', Meta),
    ok.
update_process_metadata(Meta) when is_map(Meta) ->
    case get_process_metadata() of
        undefined -> set_process_metadata(Meta);
        Before -> set_process_metadata(maps:merge(Before, Meta))
    end.
unset_process_metadata() ->
    erase('$logger_metadata$'),
    ok.
