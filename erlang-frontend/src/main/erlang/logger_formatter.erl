%% A log event as text, by a template. OTP's kernel manual, module logger_formatter.
-module(logger_formatter).

-export([format/2, check_config/1]).

-export_type([config/0, template/0, metakey/0]).

-type config() :: #{chars_limit => pos_integer() | unlimited, depth => pos_integer() | unlimited, legacy_header => boolean(),
                    error_logger_notice_header => info | notice, max_size => pos_integer() | unlimited,
                    report_cb => logger:report_cb(), single_line => boolean(), template => template(),
                    time_designator => byte(), time_offset => integer() | [byte()]}.
-type template() :: [metakey() | {metakey(), template(), template()} | unicode:chardata()].
-type metakey() :: atom() | [atom()].

format(#{level := Level, msg := Message, meta := Meta}, Given) when is_map(Given) ->
    #{template := Template, max_size := Most} = Config = with_defaults(Given),
    Known = with_header(Level, Meta, Config),
    {Before, Rest} = lists:splitwith(fun(Part) -> Part =/= msg end, Template),
    After = case Rest of
                [msg | Behind] -> Behind;
                [] -> []
            end,
    Start = parts(Before, Level, Known, Config),
    End = parts(After, Level, Known, Config),
    Middle = case Rest of
                 [] -> "";
                 _ -> on_one_line(message(Message, Meta, less(Config, [Start, End])), Config)
             end,
    shortened([Start, Middle, End], Most).

%% ---- The template ----

parts(Template, Level, Meta, Config) -> [part(Part, Level, Meta, Config) || Part <- Template].

part(level, Level, _, Config) -> shown(Level, Config);
part({Key, Present, Absent}, Level, Meta, Config) ->
    case find(Key, Meta) of
        {ok, Value} -> parts(Present, Level, Meta#{Key => Value}, Config);
        error -> parts(Absent, Level, Meta, Config)
    end;
part(Key, _, Meta, Config) when is_atom(Key); is_list(Key), is_atom(hd(Key)) ->
    case find(Key, Meta) of
        {ok, Value} -> value(Key, Value, Config);
        error -> ""
    end;
part(Text, _, _, _) -> Text.

find(Key, Meta) when is_map_key(Key, Meta) -> maps:find(Key, Meta);
find([Key | Keys], Meta) when is_map_key(Key, Meta) -> find(Keys, map_get(Key, Meta));
find([], Value) -> {ok, Value};
find(_, _) -> error.

value(time, Time, #{time_offset := Offset, time_designator := Designator}) when is_integer(Time) ->
    rfc3339(Time, Offset, Designator);
value(mfa, {M, F, A}, _) when is_atom(M), is_atom(F), is_integer(A) -> io_lib:fwrite("~tw:~tw/~w", [M, F, A]);
value(mfa, {M, F, A}, Config) when is_atom(M), is_atom(F), is_list(A) -> value(mfa, {M, F, length(A)}, Config);
value(_, Value, Config) -> shown(Value, Config).

%% Where the policy grants no clock there is no local time.
rfc3339(Time, Offset, Designator) ->
    Options = [{unit, microsecond}, {time_designator, Designator}],
    try calendar:system_time_to_rfc3339(Time, [{offset, Offset} | Options])
    catch error:{denied, clock} -> calendar:system_time_to_rfc3339(Time, [{offset, "Z"} | Options])
    end.

shown(Value, _) when is_atom(Value) -> atom_to_list(Value);
shown(Value, _) when is_integer(Value) -> integer_to_list(Value);
shown(Value, _) when is_pid(Value) -> pid_to_list(Value);
shown(Value, _) when is_reference(Value) -> ref_to_list(Value);
shown(Value, Config) when is_list(Value) ->
    Flat = lists:flatten(Value),
    case Flat =/= [] andalso io_lib:printable_list(Flat) of
        true -> Value;
        false -> io_lib:format(pretty(Config), [Value])
    end;
shown(Value, Config) -> io_lib:format(pretty(Config), [Value]).

pretty(#{single_line := true}) -> "~0tp";
pretty(_) -> "~tp".

%% ---- The message ----

message({string, Text}, Meta, Config) -> message({"~ts", [Text]}, Meta, Config);
message({report, Report}, _, #{report_cb := Callback} = Config) when is_function(Callback, 1); is_function(Callback, 2) ->
    report(Callback, Report, Config);
message({report, Report}, #{report_cb := Callback}, Config) when is_function(Callback, 1); is_function(Callback, 2) ->
    report(Callback, Report, Config);
message({report, Report}, _, Config) -> report(fun logger:format_report/1, Report, Config);
message({Format, Args}, _, #{single_line := Single} = Config) ->
    try text(Format, Args, Config)
    catch
        error:_ -> text("FORMAT ERROR: " ++ pretty(#{single_line => Single}) ++ " - " ++ pretty(#{single_line => Single}),
                        [Format, Args], Config)
    end.

report(Callback, Report, Config) when is_function(Callback, 1) ->
    try Callback(Report) of
        {Format, Args} when is_list(Format), is_list(Args) -> message({Format, Args}, #{}, Config);
        Other -> complaint("REPORT_CB/1 ERROR: ~s; Returned: ~s", [Report, Other], Config)
    catch
        Class:Reason:Stack -> crashed("REPORT_CB/1 CRASH: ~s; Reason: ~s", Report, {Class, Reason, Stack}, Config)
    end;
report(Callback, Report, Config) ->
    try Callback(Report, maps:with([depth, chars_limit, single_line], Config)) of
        Text when is_list(Text); is_binary(Text) ->
            case unicode:characters_to_list(Text) of
                List when is_list(List) -> List;
                _ -> complaint("REPORT_CB/2 ERROR: ~s; Returned: ~s", [Report, Text], Config)
            end;
        Other -> complaint("REPORT_CB/2 ERROR: ~s; Returned: ~s", [Report, Other], Config)
    catch
        error:badarg:Stack -> crashed("REPORT_CB/2 CRASH: ~s; Reason: ~s", Report, {error, badarg, Stack}, Config);
        Class:Reason:Stack -> crashed("REPORT_CB/2 CRASH: ~s; Reason: ~s", Report, {Class, Reason, Stack}, Config)
    end.

crashed(Words, Report, {Class, Reason, Stack}, Config) ->
    Own = lists:takewhile(fun({Module, _, _, _}) -> Module =/= ?MODULE end, Stack),
    complaint(Words, [Report, {Class, Reason, Own}], Config).

%% Words with the control sequences that show a term in their places.
complaint(Words, Terms, Config) ->
    Format = lists:flatten(io_lib:format(Words, [pretty(Config) || _ <- Terms])),
    message({Format, Terms}, #{}, Config).

text(Format, Args, #{depth := Depth, chars_limit := Limit, single_line := Single}) ->
    Parts = [adapted(Part, Depth, Single) || Part <- io_lib:scan_format(Format, Args)],
    io_lib:build_text(Parts, [{chars_limit, Limit} || Limit =/= unlimited]).

%% On one line a term has no width to fill; with a depth ~p becomes ~P and ~w ~W.
adapted(#{control_char := Char} = Part, Depth, true) when Char =:= $p; Char =:= $P ->
    deep(Part#{width => 0}, Depth);
adapted(#{control_char := _} = Part, Depth, _) -> deep(Part, Depth);
adapted(Part, _, _) -> Part.

deep(#{control_char := $p, args := Args} = Part, Depth) when Depth =/= unlimited ->
    Part#{control_char := $P, args := Args ++ [Depth]};
deep(#{control_char := $w, args := Args} = Part, Depth) when Depth =/= unlimited ->
    Part#{control_char := $W, args := Args ++ [Depth]};
deep(Part, _) -> Part.

less(#{chars_limit := unlimited} = Config, _) -> Config;
less(#{chars_limit := Limit} = Config, Around) ->
    Config#{chars_limit := max(0, Limit - io_lib:chars_length(Around))}.

on_one_line(Text, #{single_line := true}) ->
    Trimmed = string:trim(Text, both, "\s\r\n"),
    re:replace(Trimmed, ",?\r?\n\s*", ", ", [{return, list}, global, unicode]);
on_one_line(Text, _) -> Text.

shortened(Text, unlimited) -> Text;
shortened(Text, Most) ->
    Flat = lists:flatten(Text),
    Characters = case lists:all(fun is_integer/1, Flat) of
                     true -> Flat;
                     false -> unicode:characters_to_list(Flat)
                 end,
    case length(Characters) > Most of
        false -> Text;
        true ->
            case lists:last(Characters) of
                $\n -> lists:sublist(Characters, Most - 4) ++ "...\n";
                _ -> lists:sublist(Characters, Most - 3) ++ "..."
            end
    end.

%% ---- The heading that reports have had since error_logger ----

with_header(Level, #{time := Time} = Meta, #{legacy_header := true, time_offset := Offset} = Config) ->
    Own = maps:get(?MODULE, Meta, #{}),
    Title = case Own of
                #{title := Given} -> Given;
                _ -> string:uppercase(atom_to_list(title_level(Level, Meta, Config))) ++ " REPORT"
            end,
    {{{Year, Month, Day}, {Hour, Minute, Second}}, Utc} = moment(Time div 1000000, Offset),
    Header = io_lib:format("=~ts==== ~w-~s-~4w::~2..0w:~2..0w:~2..0w.~6..0w ~s===",
                           [Title, Day, month(Month), Year, Hour, Minute, Second, Time rem 1000000, Utc]),
    Meta#{?MODULE => Own#{title => Title, header => Header}};
with_header(_, Meta, _) -> Meta.

title_level(notice, #{error_logger := _}, #{error_logger_notice_header := Word}) -> Word;
title_level(Level, _, _) -> Level.

moment(Seconds, Offset) ->
    case is_utc(Offset) of
        true -> {calendar:system_time_to_universal_time(Seconds, second), "UTC "};
        false -> {local_time(Seconds), ""}
    end.

local_time(Seconds) ->
    try calendar:system_time_to_local_time(Seconds, second)
    catch error:{denied, clock} -> calendar:system_time_to_universal_time(Seconds, second)
    end.

is_utc(0) -> true;
is_utc("z") -> true;
is_utc("Z") -> true;
is_utc("+00:00") -> true;
is_utc(_) -> false.

month(Month) -> element(Month, {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}).

%% ---- The configuration ----

with_defaults(Given) ->
    Config = maps:merge(#{chars_limit => unlimited, error_logger_notice_header => info, legacy_header => false,
                          single_line => true, time_designator => $T, depth => unlimited, max_size => unlimited,
                          time_offset => ""},
                        Given),
    Limited = Config#{depth := at_least(5, map_get(depth, Config)), max_size := at_least(10, map_get(max_size, Config))},
    maps:merge(#{template => template(Config)}, Limited).

at_least(_, unlimited) -> unlimited;
at_least(Least, Limit) -> max(Least, Limit).

template(#{legacy_header := true}) -> [[?MODULE, header], "\n", msg, "\n"];
template(#{single_line := true}) -> [time, " ", level, ": ", msg, "\n"];
template(_) -> [time, " ", level, ":\n", msg, "\n"].

check_config(Config) when is_map(Config) -> check(maps:to_list(Config));
check_config(Config) -> wrong(Config).

check([]) -> ok;
check([{Key, Value} = Pair | Rest]) ->
    case is_right(Key, Value) of
        true -> check(Rest);
        false when Key =:= template -> {error, {invalid_formatter_template, ?MODULE, Value}};
        false -> wrong(Pair)
    end.

wrong(What) -> {error, {invalid_formatter_config, ?MODULE, What}}.

is_right(Key, Limit) when Key =:= chars_limit; Key =:= depth; Key =:= max_size ->
    Limit =:= unlimited orelse is_integer(Limit) andalso Limit > 0;
is_right(single_line, Value) -> is_boolean(Value);
is_right(legacy_header, Value) -> is_boolean(Value);
is_right(error_logger_notice_header, Value) -> Value =:= info orelse Value =:= notice;
is_right(report_cb, Value) -> is_function(Value, 1) orelse is_function(Value, 2);
is_right(template, Template) -> is_template(Template);
is_right(time_offset, Offset) when is_integer(Offset) -> true;
is_right(time_offset, Offset) when Offset =:= ""; Offset =:= "Z"; Offset =:= "z" -> true;
is_right(time_offset, [Sign, H1, H2, $:, M1, M2]) when Sign =:= $+; Sign =:= $- ->
    lists:all(fun(Digit) -> Digit >= $0 andalso Digit =< $9 end, [H1, H2, M1, M2])
        andalso [H1, H2] =< "23" andalso [M1, M2] =< "59";
is_right(time_designator, Char) -> is_integer(Char) andalso Char >= 0 andalso io_lib:printable_latin1_list([Char]);
is_right(_, _) -> false.

is_template([Key | Rest]) when is_atom(Key) -> is_template(Rest);
is_template([[Key | _] = Path | Rest]) when is_atom(Key) -> lists:all(fun is_atom/1, Path) andalso is_template(Rest);
is_template([{Key, Present, Absent} | Rest]) when is_atom(Key); is_list(Key), is_atom(hd(Key)) ->
    is_template([Key]) andalso is_template(Present) andalso is_template(Absent) andalso is_template(Rest);
is_template([Text | Rest]) when is_list(Text); is_binary(Text) ->
    is_list(unicode:characters_to_list(Text)) andalso is_template(Rest);
is_template([]) -> true;
is_template(_) -> false.
