%% Reports of what went wrong, to the node's error output. The functions that write, and the level below which nothing is
%% written; there are no handlers or filters to configure here, since where a script's reports go is the host's business.
-module(logger).

-export([report/3, error/1, error/2, error/3, warning/1, warning/2, warning/3, notice/1, notice/2,
         notice/3, info/1, info/2, info/3, debug/1, debug/2, debug/3, critical/1, critical/2,
         alert/1, alert/2, emergency/1, emergency/2, log/2, log/3, log/4, set_primary_config/2,
         get_primary_config/0]).

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
