%% Log events as text: templates, reports, limits and time.
-module(logger_formatter_templates).
-export([main/0]).

main() ->
    Meta = #{time => 1600000000123456, pid => self(), mfa => {m, f, 2}, line => 7, file => "m.erl", domain => [a, b],
             my => #{deep => #{er => value}}, text => "text", empty => ""},
    E = fun(Level, Msg) -> #{level => Level, msg => Msg, meta => Meta} end,
    Show = fun(Event, Config) -> io:format("~ts|~n", [logger_formatter:format(Event, Config#{time_offset => "Z"})]) end,
    Text = E(error, {string, "hello\n  world\n"}),
    Show(Text, #{}),
    Show(Text, #{single_line => false}),
    Show(Text, #{legacy_header => true}),
    Show(Text, #{legacy_header => true, single_line => false}),
    Show(E(notice, {"~p and ~s", [x, "y"]}), #{template => ["<", level, "> ", mfa, ":", line, " ", file, " ", domain, " ", msg]}),
    Show(Text, #{template => [{[my, deep, er], ["is ", [my, deep, er]], ["none"]}, {[my, no], ["is"], [" not ", text, empty]},
                              no_such, [my, deep], "\n"]}),
    Show(E(info, {report, #{a => 1, b => "str", c => [1, 2], d => <<"bin">>}}), #{}),
    Show(E(info, {report, #{a => 1, b => "str", c => {t, [x]}}}), #{single_line => false}),
    Show(E(info, {report, [{a, 1}, {"key", b}, plain]}), #{single_line => false}),
    Show(E(info, {report, [{a, lists:seq(1, 60)}]}), #{}),
    Show(E(info, {"~p ~w", [lists:seq(1, 60), lists:seq(1, 60)]}), #{depth => 8}),
    Show(E(info, {"~p", [lists:seq(1, 60)]}), #{max_size => 60}),
    Show(E(info, {"~p", [lists:seq(1, 60)]}), #{max_size => 60, template => [msg]}),
    Show(E(info, {"~p ~p", [one]}), #{}),
    Show(E(info, {report, #{x => y}}), #{report_cb => fun(R) -> {"cb ~p", [R]} end}),
    Show(E(info, {report, #{x => y}}), #{report_cb => fun(R, Options) -> io_lib:format("cb2 ~p ~p", [R, Options]) end}),
    Show(E(info, {report, #{x => y}}), #{report_cb => fun(_) -> wrong end}),
    Show(E(info, {report, #{x => y}}), #{report_cb => fun(_, _) -> wrong end}),
    Show((E(info, {report, #{x => y}}))#{meta := Meta#{report_cb => fun(R) -> {"meta ~p", [R]} end}}, #{}),
    Show((E(notice, {string, "x"}))#{meta := Meta#{error_logger => #{tag => info_msg}}}, #{legacy_header => true}),
    Show((E(notice, {string, "x"}))#{meta := Meta#{logger_formatter => #{title => "MY REPORT"}}}, #{legacy_header => true}),
    Show(E(error, {string, "t"}), #{template => [time], time_designator => $\s}),
    io:format("~ts~n", [logger_formatter:format(E(error, {string, "t"}), #{template => [time], time_offset => "+02:30"})]),
    io:format("~p~n", [[logger_formatter:check_config(C) ||
        C <- [#{}, #{single_line => true, depth => 1, chars_limit => unlimited, max_size => 5, legacy_header => false},
              #{depth => 0}, #{single_line => 1}, #{template => [msg, "x", time, {a, [b], ["c"]}, [d, e]]}, #{template => [1]},
              #{time_offset => "+01:00"}, #{time_offset => "x"}, #{time_offset => 3600}, #{time_designator => $T}, #{x => y},
              #{report_cb => fun(_) -> ok end}, #{report_cb => x}, #{error_logger_notice_header => notice}, x]]]),
    io:format("~p~n", [[logger:format_report(R) || R <- [#{a => 1}, [{a, "s"}, {"k", [1]}, x], "text", [], x, [{a, ""}]]]]).
%% expect: 2020-09-13T12:26:40.123456Z error: hello, world
%% expect: |
%% expect: 2020-09-13T12:26:40.123456Z error:
%% expect: hello
%% expect:   world
%% expect:
%% expect: |
%% expect: =ERROR REPORT==== 13-Sep-2020::12:26:40.123456 UTC ===
%% expect: hello, world
%% expect: |
%% expect: =ERROR REPORT==== 13-Sep-2020::12:26:40.123456 UTC ===
%% expect: hello
%% expect:   world
%% expect:
%% expect: |
%% expect: <notice> m:f/2:7 m.erl [a,b] x and y|
%% expect: is value not text[]#{er => value}
%% expect: |
%% expect: 2020-09-13T12:26:40.123456Z info: a: 1, b: str, c: [1,2], d: <<"bin">>
%% expect: |
%% expect: 2020-09-13T12:26:40.123456Z info:
%% expect:     a: 1
%% expect:     b: str
%% expect:     c: {t,[x]}
%% expect: |
%% expect: 2020-09-13T12:26:40.123456Z info:
%% expect:     a: 1
%% expect:     "key": b
%% expect:     plain
%% expect: |
%% expect: 2020-09-13T12:26:40.123456Z info: a: [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60]
%% expect: |
%% expect: 2020-09-13T12:26:40.123456Z info: [1,2,3,4,5,6,7|...] [1,2,3,4,5,6,7|...]
%% expect: |
%% expect: 2020-09-13T12:26:40.123456Z info: [1,2,3,4,5,6,7,8,9,10,...
%% expect: |
%% expect: [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22...|
%% expect: 2020-09-13T12:26:40.123456Z info: FORMAT ERROR: "~p ~p" - [one]
%% expect: |
%% expect: 2020-09-13T12:26:40.123456Z info: cb #{x => y}
%% expect: |
%% expect: 2020-09-13T12:26:40.123456Z info: cb2 #{x => y} #{chars_limit => unlimited,depth => unlimited, single_line => true}
%% expect: |
%% expect: 2020-09-13T12:26:40.123456Z info: REPORT_CB/1 ERROR: #{x => y}; Returned: wrong
%% expect: |
%% expect: 2020-09-13T12:26:40.123456Z info: REPORT_CB/2 ERROR: #{x => y}; Returned: wrong
%% expect: |
%% expect: 2020-09-13T12:26:40.123456Z info: meta #{x => y}
%% expect: |
%% expect: =INFO REPORT==== 13-Sep-2020::12:26:40.123456 UTC ===
%% expect: x
%% expect: |
%% expect: =MY REPORT==== 13-Sep-2020::12:26:40.123456 UTC ===
%% expect: x
%% expect: |
%% expect: 2020-09-13 12:26:40.123456Z|
%% expect: 2020-09-13T14:56:40.123456+02:30
%% expect: [ok,ok,
%% expect:  {error,{invalid_formatter_config,logger_formatter,{depth,0}}},
%% expect:  {error,{invalid_formatter_config,logger_formatter,{single_line,1}}},
%% expect:  ok,
%% expect:  {error,{invalid_formatter_template,logger_formatter,[1]}},
%% expect:  ok,
%% expect:  {error,{invalid_formatter_config,logger_formatter,{time_offset,"x"}}},
%% expect:  ok,ok,
%% expect:  {error,{invalid_formatter_config,logger_formatter,{x,y}}},
%% expect:  ok,
%% expect:  {error,{invalid_formatter_config,logger_formatter,{report_cb,x}}},
%% expect:  ok,
%% expect:  {error,{invalid_formatter_config,logger_formatter,x}}]
%% expect: [{"    ~tp: ~tp",[a,1]},
%% expect:  {"    ~tp: ~ts\n    ~tp: ~tp\n    ~tp",[a,"s","k",[1],x]},
%% expect:  {"~ts",["text"]},
%% expect:  {"~tp",[[]]},
%% expect:  {"~tp",[x]},
%% expect:  {"    ~tp: ~tp",[a,[]]}]
