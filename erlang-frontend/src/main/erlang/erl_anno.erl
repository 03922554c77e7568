%% Annotations of the abstract format: OTP's stdlib manual, module erl_anno. The location alone where nothing else is
%% known, otherwise a list of properties.
-module(erl_anno).

-export([new/1, is_anno/1, line/1, column/1, location/1, end_location/1, file/1, generated/1, record/1, text/1,
         set_line/2, set_location/2, set_file/2, set_generated/2, set_record/2, set_text/2, to_term/1, from_term/1]).

-export_type([anno/0, line/0, column/0, location/0, text/0]).

-type line() :: non_neg_integer().
-type column() :: pos_integer().
-type location() :: line() | {line(), column()}.
-type text() :: string().
-type anno() :: location() | [{atom(), term()}, ...].

-define(is_line(L), is_integer(L), L >= 0).
-define(is_column(C), is_integer(C), C >= 1).

new(Line) when ?is_line(Line) -> Line;
new({Line, Column} = Location) when ?is_line(Line), ?is_column(Column) -> Location;
new(Location) -> erlang:error(badarg, [Location]).

is_anno(Line) when ?is_line(Line) -> true;
is_anno({Line, Column}) when ?is_line(Line), ?is_column(Column) -> true;
is_anno([_ | _] = Properties) -> lists:keymember(location, 1, Properties) andalso are_properties(Properties);
is_anno(_) -> false.

are_properties([Property | Rest]) -> is_property(Property) andalso are_properties(Rest);
are_properties(Rest) -> Rest =:= [].

is_property({location, Location}) -> not is_list(Location) andalso is_anno(Location);
is_property({file, Name}) -> is_binary(Name) orelse is_text(Name);
is_property({text, Text}) -> is_text(Text);
is_property({generated, Value}) -> Value =:= true;
is_property({record, Value}) -> Value =:= true;
is_property(_) -> false.

is_text(Text) -> is_list(Text) andalso io_lib:char_list(Text).

line(Anno) ->
    case location(Anno) of
        {Line, _} -> Line;
        Line -> Line
    end.

column(Anno) ->
    case location(Anno) of
        {_, Column} -> Column;
        _ -> undefined
    end.

location(Line) when ?is_line(Line) -> Line;
location({Line, Column} = Location) when ?is_line(Line), ?is_column(Column) -> Location;
location(Anno) -> property(location, Anno, undefined).

%% Where the token ends, as far as its text is known.
end_location(Anno) ->
    case text(Anno) of
        undefined -> undefined;
        Text -> moved(location(Anno), Text)
    end.

moved({Line, _}, "\n" ++ Text) -> moved({Line + 1, 1}, Text);
moved({Line, Column}, [_ | Text]) -> moved({Line, Column + 1}, Text);
moved(Line, Text) when is_integer(Line) -> Line + length([$\n || $\n <- Text]);
moved(Location, _) -> Location.

file(Anno) -> property(file, Anno, undefined).
generated(Anno) -> property(generated, Anno, false).
record(Anno) -> property(record, Anno, false).
text(Anno) -> property(text, Anno, undefined).

property(Key, Anno, Default) when is_list(Anno) -> proplists:get_value(Key, Anno, Default);
property(_, Line, Default) when ?is_line(Line) -> Default;
property(_, {Line, Column}, Default) when ?is_line(Line), ?is_column(Column) -> Default;
property(_, Anno, _) -> erlang:error(badarg, [Anno]).

set_line(Line, Anno) ->
    case location(Anno) of
        {_, Column} -> set_location({Line, Column}, Anno);
        _ -> set_location(Line, Anno)
    end.

set_location(Location, Anno) when is_list(Anno) -> set(location, Location, Anno);
set_location(Location, Anno) when is_integer(Anno); is_tuple(Anno) -> Location;
set_location(Location, Anno) -> erlang:error(badarg, [Location, Anno]).

set_file(File, Anno) -> set(file, File, Anno).
set_generated(Generated, Anno) -> set(generated, Generated, Anno).
set_record(Record, Anno) -> set(record, Record, Anno).
set_text(Text, Anno) -> set(text, Text, Anno).

set(Key, Value, Anno) ->
    Fits = Value =:= false andalso (Key =:= generated orelse Key =:= record) orelse is_property({Key, Value}),
    case Fits andalso (is_list(Anno) orelse is_anno(Anno)) of
        true -> simplified(stored(Key, Value, properties(Anno)));
        false -> erlang:error(badarg, [Value, Anno])
    end.

properties(Anno) when is_list(Anno) -> Anno;
properties(Anno) -> [{location, Anno}].

stored(Key, false, Properties) -> lists:keydelete(Key, 1, Properties);
stored(Key, Value, Properties) ->
    case lists:keymember(Key, 1, Properties) of
        true -> lists:keyreplace(Key, 1, Properties, {Key, Value});
        false -> [{Key, Value} | Properties]
    end.

simplified([{location, Location}]) -> Location;
simplified(Properties) -> Properties.

to_term(Anno) -> Anno.

%% A negative line was how generated code was marked once.
from_term(Line) when is_integer(Line), Line < 0 -> [{generated, true}, {location, -Line}];
from_term(Term) -> Term.
