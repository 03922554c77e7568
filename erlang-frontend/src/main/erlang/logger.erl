%% Reports of what went wrong, to the node's error output. Only the functions that write: there are no handlers, filters
%% or levels to configure here, since where a script's reports go is the host's business.
-module(logger).

-export([report/3, error/1, error/2, error/3, warning/1, warning/2, warning/3, notice/1, notice/2,
         notice/3, info/1, info/2, info/3, debug/1, debug/2, debug/3, critical/1, critical/2,
         alert/1, alert/2, emergency/1, emergency/2, log/2, log/3, log/4]).

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

%% OTP's default level is notice: info and debug are not written.
log(Level, _, _) when Level =:= info; Level =:= debug -> ok;
log(Level, Report, Meta) when is_map(Meta) -> log(Level, Report), ok;
log(Level, Format, Args) -> report(Level, Format ++ "~n", Args).

log(Level, Format, Args, _Meta) -> log(Level, Format, Args).

report(Level, Format, Args) ->
    io:format(standard_error, "=" ++ heading(Level) ++ " REPORT====~n" ++ Format, Args),
    ok.

heading(crash) -> "CRASH";
heading(supervisor) -> "SUPERVISOR";
heading(warning) -> "WARNING";
heading(notice) -> "NOTICE";
heading(_) -> "ERROR".
