%% Dates and times: OTP's stdlib manual, module calendar. The calendar is the Gregorian one from year 0 on; days are counted
%% from then, by years that begin in March, so that the leap day is the last of its year.
-module(calendar).

-export([date_to_gregorian_days/1, date_to_gregorian_days/3, datetime_to_gregorian_seconds/1, day_of_the_week/1,
         day_of_the_week/3, gregorian_days_to_date/1, gregorian_seconds_to_datetime/1, is_leap_year/1, iso_week_number/0,
         iso_week_number/1, last_day_of_the_month/2, local_time/0, local_time_to_universal_time/1,
         local_time_to_universal_time/2, local_time_to_universal_time_dst/1, now_to_datetime/1, now_to_local_time/1,
         now_to_universal_time/1, rfc3339_to_system_time/1, rfc3339_to_system_time/2, seconds_to_daystime/1,
         seconds_to_time/1, system_time_to_local_time/2, system_time_to_rfc3339/1, system_time_to_rfc3339/2,
         system_time_to_universal_time/2, time_difference/2, time_to_seconds/1, universal_time/0,
         universal_time_to_local_time/1, valid_date/1, valid_date/3]).

-define(DAY, 86400).
-define(EPOCH, 62167219200).
-define(END_OF_9999, 253402300800).

%% ---- Days ----

date_to_gregorian_days({Year, Month, Day}) -> date_to_gregorian_days(Year, Month, Day).

date_to_gregorian_days(Year, Month, Day) when is_integer(Day), Day > 0 ->
    case last_day_of_the_month(Year, Month) of
        Last when Day =< Last ->
            days_before_month(Year, Month) + Day - 1;
        _ -> erlang:error(if_clause, [Year, Month, Day])
    end.

days_before_month(Year, Month) ->
    {Y, M} = if Month > 2 -> {Year, Month - 3};
                true -> {Year - 1, Month + 9}
             end,
    %% 60 days lie between the first of January of year 0 and the first of its March.
    days_before_year(Y) + (153 * M + 2) div 5 + 60.

days_before_year(Y) -> Y * 365 + floor_div(Y, 4) - floor_div(Y, 100) + floor_div(Y, 400).

floor_div(A, B) when A >= 0 -> A div B;
floor_div(A, B) -> -((B - 1 - A) div B).

gregorian_days_to_date(Days) when is_integer(Days), Days >= 0 ->
    N = Days - 60,
    Year = year_of_day(N),
    InYear = N - days_before_year(Year),
    M = (5 * InYear + 2) div 153,
    Day = InYear - (153 * M + 2) div 5 + 1,
    if M < 10 -> {Year, M + 3, Day};
       true -> {Year + 1, M - 9, Day}
    end.

%% The year, from March on, that a day lies in; the guess is off by one at most.
year_of_day(N) ->
    Guess = floor_div(N * 400, 146097),
    case days_before_year(Guess) > N of
        true -> Guess - 1;
        false ->
            case days_before_year(Guess + 1) =< N of
                true -> Guess + 1;
                false -> Guess
            end
    end.

is_leap_year(Year) when is_integer(Year), Year >= 0 ->
    Year rem 4 =:= 0 andalso (Year rem 100 =/= 0 orelse Year rem 400 =:= 0).

last_day_of_the_month(Year, Month) when is_integer(Year), Year >= 0 -> last_day(Year, Month).

last_day(_, Month) when Month =:= 4; Month =:= 6; Month =:= 9; Month =:= 11 -> 30;
last_day(Year, 2) ->
    case is_leap_year(Year) of
        true -> 29;
        false -> 28
    end;
last_day(_, Month) when is_integer(Month), Month > 0, Month < 13 -> 31.

day_of_the_week({Year, Month, Day}) -> day_of_the_week(Year, Month, Day).

day_of_the_week(Year, Month, Day) -> (date_to_gregorian_days(Year, Month, Day) + 5) rem 7 + 1.

valid_date({Year, Month, Day}) -> valid_date(Year, Month, Day).

valid_date(Year, Month, Day) when is_integer(Year), is_integer(Month), is_integer(Day) ->
    Year >= 0 andalso Month > 0 andalso Month < 13 andalso Day > 0 andalso Day =< last_day(Year, Month).

iso_week_number() ->
    {Date, _} = local_time(),
    iso_week_number(Date).

%% A week belongs to the year that its Thursday lies in.
iso_week_number({Year, Month, Day}) ->
    Days = date_to_gregorian_days(Year, Month, Day),
    Thursday = Days - (Days + 5) rem 7 + 3,
    {OfYear, _, _} = gregorian_days_to_date(max(0, Thursday)),
    {OfYear, (Thursday - date_to_gregorian_days(OfYear, 1, 1)) div 7 + 1}.

%% ---- Seconds ----

datetime_to_gregorian_seconds({Date, Time}) -> ?DAY * date_to_gregorian_days(Date) + time_to_seconds(Time).

gregorian_seconds_to_datetime(Seconds) when Seconds >= 0 ->
    {gregorian_days_to_date(Seconds div ?DAY), seconds_to_time(Seconds rem ?DAY)}.

time_to_seconds({Hour, Minute, Second}) when is_integer(Hour), is_integer(Minute), is_integer(Second) ->
    Hour * 3600 + Minute * 60 + Second.

seconds_to_daystime(Seconds) ->
    Days = Seconds div ?DAY,
    case Seconds rem ?DAY of
        Rest when Rest < 0 -> {Days - 1, seconds_to_time(Rest + ?DAY)};
        Rest -> {Days, seconds_to_time(Rest)}
    end.

seconds_to_time(Seconds) when Seconds >= 0, Seconds < ?DAY ->
    {Seconds div 3600, Seconds div 60 rem 60, Seconds rem 60}.

time_difference({{_, _, _}, {_, _, _}} = Earlier, {{_, _, _}, {_, _, _}} = Later) ->
    seconds_to_daystime(datetime_to_gregorian_seconds(Later) - datetime_to_gregorian_seconds(Earlier)).

%% ---- Now, here and elsewhere ----

local_time() -> erlang:localtime().
universal_time() -> erlang:universaltime().

local_time_to_universal_time(DateTime) -> erlang:localtime_to_universaltime(DateTime).

local_time_to_universal_time(DateTime, IsDst) -> erlang:localtime_to_universaltime(DateTime, IsDst).

%% None, one or two universal times may be shown as this one.
local_time_to_universal_time_dst(DateTime) ->
    Standard = erlang:localtime_to_universaltime(DateTime, false),
    Summer = erlang:localtime_to_universaltime(DateTime, true),
    [Universal || Universal <- lists:usort([Standard, Summer]),
                  erlang:universaltime_to_localtime(Universal) =:= DateTime].

universal_time_to_local_time(DateTime) -> erlang:universaltime_to_localtime(DateTime).

now_to_datetime({Mega, Seconds, _}) -> system_time_to_universal_time(Mega * 1000000 + Seconds, second).

now_to_universal_time(Now) -> now_to_datetime(Now).

now_to_local_time(Now) -> erlang:universaltime_to_localtime(now_to_universal_time(Now)).

system_time_to_universal_time(Time, Unit) ->
    gregorian_seconds_to_datetime(erlang:convert_time_unit(Time, Unit, second) + ?EPOCH).

system_time_to_local_time(Time, Unit) -> erlang:universaltime_to_localtime(system_time_to_universal_time(Time, Unit)).

%% ---- RFC 3339 ----

system_time_to_rfc3339(Time) -> system_time_to_rfc3339(Time, []).

%% Native time is shown in milliseconds.
system_time_to_rfc3339(Time, Options) ->
    case proplists:get_value(unit, Options, second) of
        native -> rfc3339(erlang:convert_time_unit(Time, native, millisecond), millisecond, Options);
        Unit -> rfc3339(Time, Unit, Options)
    end.

rfc3339(Time, Unit, Options) ->
    _ = erlang:convert_time_unit(Time, Unit, second),
    Offset = proplists:get_value(offset, Options, ""),
    Delimiter = proplists:get_value(time_designator, Options, $T),
    PerSecond = erlang:convert_time_unit(1, second, Unit),
    Seconds = floor_div(Time, PerSecond),
    Seconds >= -?EPOCH andalso Seconds < ?END_OF_9999 orelse erlang:error({badarg, [Time, Options]}),
    Shift = case is_integer(Offset) of
                true -> floor_div(Offset, PerSecond);
                false -> offset_seconds(Offset, Seconds)
            end,
    Seconds + Shift < ?END_OF_9999 orelse erlang:error({badarg, [Time, Options]}),
    {{Year, Month, Day}, {Hour, Minute, Second}} = gregorian_seconds_to_datetime(Seconds + Shift + ?EPOCH),
    lists:flatten([padded(Year, 4), $-, padded(Month, 2), $-, padded(Day, 2), Delimiter, padded(Hour, 2), $:,
                   padded(Minute, 2), $:, padded(Second, 2), fraction(Time - Seconds * PerSecond, PerSecond),
                   offset_text(Offset, Shift)]).

padded(Number, Width) -> string:right(integer_to_list(Number), Width, $0).

fraction(_, 1) -> "";
fraction(Part, PerSecond) -> [$. | padded(Part, length(integer_to_list(PerSecond)) - 1)].

%% How far the text is ahead of universal time; local time where no offset is given.
offset_seconds("", Seconds) ->
    Universal = system_time_to_universal_time(Seconds, second),
    datetime_to_gregorian_seconds(erlang:universaltime_to_localtime(Universal)) - datetime_to_gregorian_seconds(Universal);
offset_seconds(Z, _) when Z =:= "Z"; Z =:= "z" -> 0;
offset_seconds([Sign, H1, H2, $:, M1, M2], _) ->
    Seconds = list_to_integer([H1, H2]) * 3600 + list_to_integer([M1, M2]) * 60,
    case Sign of
        $- -> -Seconds;
        _ -> Seconds
    end;
offset_seconds(Offset, _) when is_integer(Offset) -> erlang:convert_time_unit(Offset, second, second).

offset_text("", Shift) -> sign_and_hours(Shift);
offset_text(Offset, _) when is_list(Offset) -> Offset;
offset_text(_, Shift) -> sign_and_hours(Shift).

sign_and_hours(Shift) ->
    Sign = if Shift < 0 -> $-;
              true -> $+
           end,
    Minutes = abs(Shift) div 60,
    [Sign, padded(Minutes div 60, 2), $:, padded(Minutes rem 60, 2)].

rfc3339_to_system_time(Text) -> rfc3339_to_system_time(Text, []).

rfc3339_to_system_time(Text, Options) ->
    Unit = proplists:get_value(unit, Options, second),
    [Y1, Y2, Y3, Y4, $-, Mo1, Mo2, $-, D1, D2, _, H1, H2, $:, Mi1, Mi2, $:, S1, S2 | Rest] = Text,
    {Digits, Offset} = second_fraction(Rest),
    Date = {list_to_integer([Y1, Y2, Y3, Y4]), list_to_integer([Mo1, Mo2]), list_to_integer([D1, D2])},
    Time = {list_to_integer([H1, H2]), list_to_integer([Mi1, Mi2]), list_to_integer([S1, S2])},
    Seconds = datetime_to_gregorian_seconds({Date, Time}) - ?EPOCH - offset_seconds(Offset, 0),
    Seconds >= -?EPOCH andalso Seconds < ?END_OF_9999 orelse erlang:error({badarg, [Text, Options]}),
    PerSecond = erlang:convert_time_unit(1, second, Unit),
    Seconds * PerSecond + fraction_value(Digits, PerSecond).

second_fraction([$. | Rest]) -> lists:splitwith(fun(C) -> C >= $0 andalso C =< $9 end, Rest);
second_fraction(Rest) -> {"", Rest}.

fraction_value("", _) -> 0;
fraction_value(Digits, PerSecond) ->
    list_to_integer(Digits) * PerSecond div list_to_integer([$1 | lists:duplicate(length(Digits), $0)]).
