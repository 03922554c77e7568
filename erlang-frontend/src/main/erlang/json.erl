%% JSON (RFC 8259): module json of OTP 27's stdlib manual.
-module(json).

-export([encode/1, encode/2, encode_value/2, encode_atom/2, encode_integer/1, encode_float/1, encode_list/2, encode_map/2,
         encode_map_checked/2, encode_key_value_list/2, encode_key_value_list_checked/2, encode_binary/1,
         encode_binary_escape_all/1, format/1, format/2, format/3, format_value/3, format_key_value_list/3,
         format_key_value_list_checked/3, decode/1, decode/3, decode_start/3, decode_continue/2]).

-export_type([encoder/0, encode_value/0, formatter/0, decoders/0, decode_value/0, continuation_state/0]).

-type encoder() :: fun((term(), encoder()) -> iodata()).
-type formatter() :: fun((term(), encoder(), map()) -> iodata()).
-type encode_value() :: integer() | float() | boolean() | null | binary() | atom() | [encode_value()] | map().
-type decode_value() :: integer() | float() | boolean() | null | binary() | [decode_value()] | #{binary() => decode_value()}.
-type decoders() :: #{array_start => function(), array_push => function(), array_finish => function(),
                      object_start => function(), object_push => function(), object_finish => function(),
                      float => function(), integer => function(), string => function(), null => term()}.
-type continuation_state() :: tuple().

%% ---- Encoding ----

encode(Term) -> encode(Term, fun encode_value/2).

encode(Term, Encoder) when is_function(Encoder, 2) -> Encoder(Term, Encoder).

encode_value(Value, Encode) when is_atom(Value) -> encode_atom(Value, Encode);
encode_value(Value, _) when is_binary(Value) -> encode_binary(Value);
encode_value(Value, _) when is_integer(Value) -> encode_integer(Value);
encode_value(Value, _) when is_float(Value) -> encode_float(Value);
encode_value(Value, Encode) when is_list(Value) -> encode_list(Value, Encode);
encode_value(Value, Encode) when is_map(Value) -> encode_map(Value, Encode);
encode_value(Other, _) -> erlang:error({unsupported_type, Other}).

encode_atom(null, _) -> <<"null">>;
encode_atom(true, _) -> <<"true">>;
encode_atom(false, _) -> <<"false">>;
encode_atom(Other, Encode) -> Encode(atom_to_binary(Other), Encode).

encode_integer(Integer) -> integer_to_binary(Integer).

encode_float(Float) -> float_to_binary(Float, [short]).

encode_list([], _) -> <<"[]">>;
encode_list([First | Rest], Encode) when is_function(Encode, 2) ->
    [$[, Encode(First, Encode) | [[$,, Encode(Each, Encode)] || Each <- Rest] ++ [$]]].

encode_map(Map, Encode) when is_map(Map) -> encode_key_value_list(maps:to_list(Map), Encode).
encode_map_checked(Map, Encode) when is_map(Map) -> encode_key_value_list_checked(maps:to_list(Map), Encode).

encode_key_value_list([], _) -> <<"{}">>;
encode_key_value_list(Pairs, Encode) when is_function(Encode, 2) ->
    [$,, First | Rest] = lists:append([[$,, [key(Key, Encode), $:, Encode(Value, Encode)]] || {Key, Value} <- Pairs]),
    [${, First, Rest, $}].

encode_key_value_list_checked(Pairs, Encode) -> encode_key_value_list(checked(Pairs, Encode), Encode).

%% Different keys may have the same text.
checked(Pairs, Encode) ->
    _ = lists:foldl(fun({Key, _}, Seen) ->
                            Text = iolist_to_binary(key(Key, Encode)),
                            is_map_key(Text, Seen) andalso erlang:error({duplicate_key, Key}),
                            Seen#{Text => true}
                    end, #{}, Pairs),
    Pairs.

key(Key, Encode) when is_binary(Key) -> Encode(Key, Encode);
key(Key, Encode) when is_atom(Key) -> Encode(atom_to_binary(Key), Encode);
key(Key, _) when is_integer(Key) -> [$", encode_integer(Key), $"];
key(Key, _) when is_float(Key) -> [$", encode_float(Key), $"].

encode_binary(Binary) when is_binary(Binary) -> [$", escaped(Binary, Binary, 0, 0, false), $"].
encode_binary_escape_all(Binary) when is_binary(Binary) -> [$", escaped(Binary, Binary, 0, 0, true), $"].

%% Start and Length are the part of the whole that needs no escape, up to the rest.
escaped(<<C, Rest/binary>>, Whole, Start, Length, All) when C >= 32, C < 128, C =/= $", C =/= $\\ ->
    escaped(Rest, Whole, Start, Length + 1, All);
escaped(<<C, Rest/binary>>, Whole, Start, Length, All) when C < 128 ->
    [part(Whole, Start, Length), escape(C) | escaped(Rest, Whole, Start + Length + 1, 0, All)];
escaped(<<C/utf8, Rest/binary>>, Whole, Start, Length, true) ->
    Size = byte_size(<<C/utf8>>),
    [part(Whole, Start, Length), unicode_escape(C) | escaped(Rest, Whole, Start + Length + Size, 0, true)];
escaped(<<C/utf8, Rest/binary>>, Whole, Start, Length, false) ->
    escaped(Rest, Whole, Start, Length + byte_size(<<C/utf8>>), false);
escaped(<<>>, Whole, Start, Length, _) -> [part(Whole, Start, Length)];
escaped(<<C, Rest/binary>>, _, _, _, _) -> invalid(C, Rest).

part(Whole, Start, Length) -> binary:part(Whole, Start, Length).

%% Why the bytes are no character.
invalid(_, <<>>) -> erlang:error(unexpected_end);
invalid(C, <<Next, _/binary>>) when C >= 16#C2, C =< 16#F4, Next band 16#C0 =/= 16#80 -> erlang:error({invalid_byte, Next});
invalid(C, _) -> erlang:error({invalid_byte, C}).

escape($") -> <<"\\\"">>;
escape($\\) -> <<"\\\\">>;
escape($\b) -> <<"\\b">>;
escape($\f) -> <<"\\f">>;
escape($\n) -> <<"\\n">>;
escape($\r) -> <<"\\r">>;
escape($\t) -> <<"\\t">>;
escape(C) -> unicode_escape(C).

unicode_escape(C) when C < 16#10000 -> io_lib:format("\\u~4.16.0B", [C]);
unicode_escape(C) ->
    <<High:16, Low:16>> = <<C/utf16>>,
    io_lib:format("\\u~4.16.0B\\u~4.16.0B", [High, Low]).

%% ---- Formatting: encoded with line breaks and indentation ----

format(Term) -> format(Term, fun format_value/3, #{}).
format(Term, Options) when is_map(Options) -> format(Term, fun format_value/3, Options);
format(Term, Formatter) when is_function(Formatter, 3) -> format(Term, Formatter, #{}).

format(Term, Formatter, Options) when is_function(Formatter, 3), is_map(Options) ->
    State = maps:merge(#{level => 0, col => 0, indent => 2, max => 100}, Options),
    [Formatter(Term, fun(Value, Inner) -> Formatter(Value, Inner, State) end, State), $\n].

format_value(Map, Encode, State) when is_map(Map) -> format_key_value_list(lists:sort(maps:to_list(Map)), Encode, State);
format_value([], _, _) -> <<"[]">>;
format_value(List, _, State) when is_list(List) ->
    Inner = deeper(State),
    Values = [format_value(Each, plain(Inner), Inner) || Each <- List],
    case lists:any(fun(Each) -> is_list(Each) orelse is_map(Each) end, List) of
        false -> [$[, lists:join($,, Values), $]];
        true -> [$[, lists:join($,, [[line(Inner), Value] || Value <- Values]), line(State), $]]
    end;
format_value(Value, Encode, _) -> encode_value(Value, Encode).

format_key_value_list([], _, _) -> <<"{}">>;
format_key_value_list(Pairs, _, State) ->
    Inner = deeper(State),
    [${, lists:join($,, [[line(Inner), key(Key, plain(Inner)), ": ", format_value(Value, plain(Inner), Inner)]
                         || {Key, Value} <- Pairs]), line(State), $}].

format_key_value_list_checked(Pairs, Encode, State) ->
    format_key_value_list(checked(Pairs, plain(State)), Encode, State).

plain(State) -> fun(Value, _) -> format_value(Value, fun encode_value/2, State) end.

deeper(#{level := Level} = State) -> State#{level := Level + 1}.

line(#{level := Level, indent := Indent}) -> [$\n, lists:duplicate(Level * Indent, $\s)].

%% ---- Decoding ----

decode(Binary) when is_binary(Binary) ->
    case decode(Binary, ok, #{}) of
        {Result, ok, <<>>} -> Result;
        {_, _, <<C, _/binary>>} -> erlang:error({invalid_byte, C})
    end.

decode(Binary, Acc, Decoders) when is_binary(Binary), is_map(Decoders) ->
    case decode_start(Binary, Acc, Decoders) of
        {continue, State} -> decode_continue(end_of_input, State);
        Result -> Result
    end.

decode_start(Binary, Acc, Decoders) when is_binary(Binary), is_map(Decoders) -> attempt(Binary, Acc, Decoders, false).

%% Where the text ended too early it is read from its beginning again when there is more of it.
decode_continue(end_of_input, {Binary, Acc, Decoders}) -> attempt(Binary, Acc, Decoders, true);
decode_continue(More, {Binary, Acc, Decoders}) when is_binary(More) ->
    attempt(<<Binary/binary, More/binary>>, Acc, Decoders, false).

attempt(Binary, Acc, Decoders, Final) ->
    Complete = maps:merge(defaults(), Decoders),
    try value(space(Binary), Acc, Complete#{final => Final}) of
        {Value, Acc2, Rest} -> {Value, Acc2, space(Rest)}
    catch
        throw:{?MODULE, incomplete} when Final -> erlang:error(unexpected_end);
        throw:{?MODULE, incomplete} -> {continue, {Binary, Acc, Decoders}}
    end.

defaults() ->
    #{array_start => fun(_) -> [] end,
      array_push => fun(Value, Values) -> [Value | Values] end,
      array_finish => fun(Values, Acc) -> {lists:reverse(Values), Acc} end,
      object_start => fun(_) -> [] end,
      object_push => fun(Key, Value, Pairs) -> [{Key, Value} | Pairs] end,
      object_finish => fun(Pairs, Acc) -> {maps:from_list(lists:reverse(Pairs)), Acc} end,
      float => fun erlang:binary_to_float/1,
      integer => fun erlang:binary_to_integer/1,
      string => fun(String) -> String end,
      null => null}.

incomplete() -> throw({?MODULE, incomplete}).

space(<<C, Rest/binary>>) when C =:= $\s; C =:= $\n; C =:= $\r; C =:= $\t -> space(Rest);
space(Rest) -> Rest.

value(<<"{", Rest/binary>>, Acc, #{object_start := Start} = D) ->
    case space(Rest) of
        <<"}", After/binary>> -> finish_object(Start(Acc), Acc, After, D);
        Inner -> object(Inner, Start(Acc), Acc, D)
    end;
value(<<"[", Rest/binary>>, Acc, #{array_start := Start} = D) ->
    case space(Rest) of
        <<"]", After/binary>> -> finish_array(Start(Acc), Acc, After, D);
        Inner -> array(Inner, Start(Acc), Acc, D)
    end;
value(<<"\"", Rest/binary>>, Acc, #{string := String}) ->
    {Text, After} = string(Rest, Rest, 0, []),
    {String(Text), Acc, After};
value(<<C, _/binary>> = Binary, Acc, D) when C =:= $-; C >= $0, C =< $9 -> number(Binary, Acc, D);
value(<<"true", Rest/binary>>, Acc, _) -> {true, Acc, Rest};
value(<<"false", Rest/binary>>, Acc, _) -> {false, Acc, Rest};
value(<<"null", Rest/binary>>, Acc, #{null := Null}) -> {Null, Acc, Rest};
value(Binary, _, _) -> word(Binary, [<<"true">>, <<"false">>, <<"null">>]).

%% The beginning of a word may go on; anything else is wrong where it differs.
word(<<>>, _) -> incomplete();
word(<<C, _/binary>> = Binary, Words) ->
    case [Word || <<First, _/binary>> = Word <- Words, First =:= C] of
        [] -> erlang:error({invalid_byte, C});
        [Word] ->
            Same = binary:longest_common_prefix([Word, Binary]),
            case byte_size(Binary) of
                Same -> incomplete();
                _ -> erlang:error({invalid_byte, binary:at(Binary, Same)})
            end
    end.

array(Binary, Values, Acc, #{array_push := Push} = D) ->
    {Value, Values2, Rest} = value(Binary, Values, D),
    Pushed = Push(Value, Values2),
    case space(Rest) of
        <<",", More/binary>> -> array(space(More), Pushed, Acc, D);
        <<"]", After/binary>> -> finish_array(Pushed, Acc, After, D);
        Other -> unexpected(Other)
    end.

finish_array(Values, Acc, Rest, #{array_finish := Finish}) ->
    {Array, Acc2} = Finish(Values, Acc),
    {Array, Acc2, Rest}.

object(<<"\"", Binary/binary>>, Pairs, Acc, #{object_push := Push, string := String} = D) ->
    {Text, AfterKey} = string(Binary, Binary, 0, []),
    Key = String(Text),
    case space(AfterKey) of
        <<":", Rest/binary>> ->
            {Value, Pairs2, AfterValue} = value(space(Rest), Pairs, D),
            Pushed = Push(Key, Value, Pairs2),
            case space(AfterValue) of
                <<",", More/binary>> -> object(space(More), Pushed, Acc, D);
                <<"}", After/binary>> -> finish_object(Pushed, Acc, After, D);
                Other -> unexpected(Other)
            end;
        Other -> unexpected(Other)
    end;
object(Other, _, _, _) -> unexpected(Other).

finish_object(Pairs, Acc, Rest, #{object_finish := Finish}) ->
    {Object, Acc2} = Finish(Pairs, Acc),
    {Object, Acc2, Rest}.

unexpected(<<>>) -> incomplete();
unexpected(<<C, _/binary>>) -> erlang:error({invalid_byte, C}).

%% Length bytes from Whole's beginning are plain; Parts is what came before, in reverse.
string(<<$", Rest/binary>>, Whole, Length, []) -> {binary:part(Whole, 0, Length), Rest};
string(<<$", Rest/binary>>, Whole, Length, Parts) ->
    {iolist_to_binary(lists:reverse(Parts, [binary:part(Whole, 0, Length)])), Rest};
string(<<$\\, Rest/binary>>, Whole, Length, Parts) ->
    {C, After} = unescaped(Rest),
    string(After, After, 0, [C, binary:part(Whole, 0, Length) | Parts]);
string(<<C, Rest/binary>>, Whole, Length, Parts) when C >= 32, C < 128 -> string(Rest, Whole, Length + 1, Parts);
string(<<C/utf8, Rest/binary>>, Whole, Length, Parts) when C >= 128 ->
    string(Rest, Whole, Length + byte_size(<<C/utf8>>), Parts);
string(<<>>, _, _, _) -> incomplete();
string(<<C, Rest/binary>>, _, _, _) when C >= 16#C2, C =< 16#F4, byte_size(Rest) < 3 ->
    case unicode:characters_to_list(<<C, Rest/binary>>) of
        {incomplete, _, _} -> incomplete();
        _ -> invalid(C, Rest)
    end;
string(<<C, Rest/binary>>, _, _, _) when C >= 128 -> invalid(C, <<Rest/binary, 128>>);
string(<<C, _/binary>>, _, _, _) -> erlang:error({invalid_byte, C}).

unescaped(<<"u", Rest/binary>>) ->
    {High, After} = hexadecimal(Rest),
    case High of
        _ when High >= 16#D800, High < 16#DC00 ->
            case After of
                <<"\\u", More/binary>> ->
                    {Low, After2} = hexadecimal(More),
                    case Low >= 16#DC00 andalso Low =< 16#DFFF of
                        true ->
                            <<C/utf16>> = <<High:16, Low:16>>,
                            {<<C/utf8>>, After2};
                        false ->
                            <<Sequence:12/binary, _/binary>> = <<"\\u", Rest/binary>>,
                            erlang:error({unexpected_sequence, Sequence})
                    end;
                _ when After =:= <<>>; After =:= <<"\\">> -> incomplete();
                _ -> unexpected_sequence(Rest)
            end;
        _ when High >= 16#DC00, High =< 16#DFFF -> unexpected_sequence(Rest);
        _ -> {<<High/utf8>>, After}
    end;
unescaped(<<C, Rest/binary>>) ->
    case C of
        $" -> {$", Rest};
        $\\ -> {$\\, Rest};
        $/ -> {$/, Rest};
        $b -> {$\b, Rest};
        $f -> {$\f, Rest};
        $n -> {$\n, Rest};
        $r -> {$\r, Rest};
        $t -> {$\t, Rest};
        _ -> erlang:error({invalid_byte, C})
    end;
unescaped(<<>>) -> incomplete().

unexpected_sequence(<<Digits:4/binary, _/binary>>) -> erlang:error({unexpected_sequence, <<"\\u", Digits/binary>>}).

hexadecimal(<<Digits:4/binary, Rest/binary>>) ->
    case [C || <<C>> <= Digits, not is_hexadecimal(C)] of
        [] -> {binary_to_integer(Digits, 16), Rest};
        [C | _] -> erlang:error({invalid_byte, C})
    end;
hexadecimal(Short) ->
    case [C || <<C>> <= Short, not is_hexadecimal(C)] of
        [] -> incomplete();
        [C | _] -> erlang:error({invalid_byte, C})
    end.

is_hexadecimal(C) -> C >= $0 andalso C =< $9 orelse C >= $a andalso C =< $f orelse C >= $A andalso C =< $F.

%% -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?
number(Binary, Acc, #{final := Final} = D) ->
    {Sign, Whole} = case Binary of
                        <<"-", Unsigned/binary>> -> {1, Unsigned};
                        _ -> {0, Binary}
                    end,
    Digits = case Whole of
                 <<"0", _/binary>> -> 1;
                 _ -> digits(Whole, 0)
             end,
    Length = Sign + Digits,
    <<Text:Length/binary, Rest/binary>> = Binary,
    Digits =:= 0 andalso unexpected(Rest),
    case Rest of
        <<>> when not Final -> incomplete();
        <<".", Part/binary>> ->
            case digits(Part, 0) of
                0 -> unexpected(Part);
                Count -> exponent(Binary, Length + 1 + Count, Text, fraction, Acc, D)
            end;
        <<E, _/binary>> when E =:= $e; E =:= $E -> exponent(Binary, Length, Text, whole, Acc, D);
        _ ->
            #{integer := Integer} = D,
            {Integer(Text), Acc, Rest}
    end.

exponent(Binary, Length, Whole, Kind, Acc, #{final := Final, float := Float}) ->
    <<Text:Length/binary, Rest/binary>> = Binary,
    case Rest of
        <<E, After/binary>> when E =:= $e; E =:= $E ->
            Signs = case After of
                        <<S, _/binary>> when S =:= $+; S =:= $- -> 1;
                        _ -> 0
                    end,
            <<Sign:Signs/binary, Power/binary>> = After,
            case digits(Power, 0) of
                0 -> unexpected(Power);
                Count when Count =:= byte_size(Power), not Final -> incomplete();
                Count ->
                    <<Digits:Count/binary, Left/binary>> = Power,
                    Mantissa = case Kind of
                                   fraction -> Text;
                                   whole -> <<Whole/binary, ".0">>
                               end,
                    Number = <<Mantissa/binary, "e", Sign/binary, Digits/binary>>,
                    {out_of_range(Float, Number, <<Text/binary, E, Sign/binary, Digits/binary>>), Acc, Left}
            end;
        <<>> when not Final -> incomplete();
        _ -> {Float(Text), Acc, Rest}
    end.

%% A number too large for a float is said to be what it is.
out_of_range(Float, Number, Text) ->
    try Float(Number)
    catch error:badarg -> erlang:error({unexpected_sequence, Text})
    end.

digits(<<C, Rest/binary>>, Count) when C >= $0, C =< $9 -> digits(Rest, Count + 1);
digits(_, Count) -> Count.
