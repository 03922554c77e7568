% policy: untrusted
-module(log_events_without_a_clock).
-export([main/0, log/2]).

log(#{meta := #{time := Time}} = Event, _) ->
    io:format("~p ~ts~n", [is_integer(Time) andalso Time >= 0, logger_formatter:format(Event, #{template => [level, " ", msg]})]).

main() ->
    ok = logger:remove_handler(default),
    ok = logger:add_handler(own, ?MODULE, #{}),
    logger:error("told"),
    ok = logger:remove_handler(own),
    Event = #{level => error, msg => {string, "text"}, meta => #{time => 1600000000123456}},
    io:format("~ts", [logger_formatter:format(Event, #{})]),
    io:format("~ts", [logger_formatter:format(Event, #{legacy_header => true})]),
    io:format("~p~n", [logger:add_handler(file, logger_std_h, #{config => #{file => "log"}})]).

% expect: true error told
% expect: 2020-09-13T12:26:40.123456Z error: text
% expect: =ERROR REPORT==== 13-Sep-2020::12:26:40.123456 ===
% expect: text
% expect: {error,{handler_not_added,{open_failed,"log",eacces}}}
