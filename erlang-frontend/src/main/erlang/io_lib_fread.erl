%% Reading values by a format: OTP's stdlib manual, io:fread/2,3 and io_lib:fread/2,3.
-module(io_lib_fread).

-export([fread/2, fread/3]).

%% {ok, Values, Rest}, {more, RestFormat, CharsRead, Values}, {error, {fread, What}}.
fread(Format, Chars) when is_binary(Format) -> fread(unicode:characters_to_list(Format), Chars);
fread(Format, Chars) when is_atom(Format) -> fread(atom_to_list(Format), Chars);
fread(Format, Chars) -> read(Format, Chars, 0, []).

%% As devices read: line by line, piece by piece. The end of a line belongs to the line.
fread([], Chars, Format) -> next(unicode:characters_to_list([Format]), 0, [], [], Chars);
fread({Format, Count, Values, Line}, Chars, _) -> next(Format, Count, Values, Line, Chars).

next(_, 0, [], [], eof) -> {done, eof, eof};
next(Format, Count, Values, Line, eof) ->
    case read(Format, Line, Count, Values) of
        {ok, Found, Rest} -> {done, {ok, Found}, Rest};
        {more, _, _, _} -> {done, {error, {fread, input}}, eof};
        Error -> {done, Error, eof}
    end;
next(Format, Count, Values, Line, Chars) ->
    case lists:splitwith(fun(C) -> C =/= $\n end, Chars) of
        {Part, []} -> {more, {Format, Count, Values, Line ++ Part}};
        {Part, [$\n | After]} ->
            case read(Format, Line ++ Part, Count, Values) of
                {ok, Found, Rest} -> {done, {ok, Found}, Rest ++ After};
                {more, Format2, Count2, Values2} -> next(Format2, Count2 + 1, lists:reverse(Values2), [], After);
                Error -> {done, Error, After}
            end
    end.

-define(is_space(C), (C =:= $\s orelse C =:= $\t orelse C =:= $\r orelse C =:= $\n)).

%% Values is in reverse; Count is how many characters have been read.
read([$~ | Format], Chars, Count, Values) -> control(Format, Chars, Count, Values);
read([C | _] = Format, Chars, Count, Values) when ?is_space(C) -> spaces(Format, Chars, Count, Values);
read([_ | _] = Format, [], Count, Values) -> more(Format, Count, Values);
read([C | Format], [C | Chars], Count, Values) -> read(Format, Chars, Count + 1, Values);
read([_ | _], [_ | _], _, _) -> failed(input);
read([], Chars, _, Values) -> {ok, lists:reverse(Values), Chars}.

more(Format, Count, Values) -> {more, Format, Count, lists:reverse(Values)}.

failed(What) -> {error, {fread, What}}.

spaces([C | Format], Chars, Count, Values) when ?is_space(C) ->
    {Rest, Count2} = skipped(Chars, Count),
    read(Format, Rest, Count2, Values).

skipped([C | Chars], Count) when ?is_space(C) -> skipped(Chars, Count + 1);
skipped(Chars, Count) -> {Chars, Count}.

%% ~[*][Width][t]Control
control(Format, Chars, Count, Values) ->
    {Keeps, Format1} = case Format of
                           [$* | F1] -> {false, F1};
                           _ -> {true, Format}
                       end,
    {Width, Format2} = width(Format1, none),
    Format3 = case Format2 of
                  [$t | F3] -> F3;
                  _ -> Format2
              end,
    case Format3 of
        [Control | Rest] -> value(Control, Keeps, Width, Rest, [$~ | Format], Chars, Count, Values);
        [] -> failed(format)
    end.

width([C | Format], none) when C >= $0, C =< $9 -> width(Format, C - $0);
width([C | Format], Width) when C >= $0, C =< $9 -> width(Format, Width * 10 + C - $0);
width(Format, Width) -> {Width, Format}.

value($~, _, _, Format, Again, Chars, Count, Values) ->
    case Chars of
        [$~ | Rest] -> read(Format, Rest, Count + 1, Values);
        [] -> more(Again, Count, Values);
        _ -> failed(format)
    end;
value($l, Keeps, _, Format, _, Chars, Count, Values) -> read(Format, Chars, Count, kept(Keeps, Count, Values));
value($c, Keeps, none, Format, Again, Chars, Count, Values) ->
    value($c, Keeps, 1, Format, Again, Chars, Count, Values);
value(_, _, _, _, Again, [], Count, Values) -> more(Again, Count, Values);
value($c, Keeps, Width, Format, _, Chars, Count, Values) ->
    case length(Chars) of
        Few when Few < Width -> failed(character);
        _ ->
            {Own, Rest} = lists:split(Width, Chars),
            read(Format, Rest, Count + Width, kept(Keeps, Own, Values))
    end;
value($-, Keeps, Width, Format, Again, Chars, Count, Values) when Width =/= none ->
    value($-, Keeps, none, Format, Again, Chars, Count, Values);
value(Control, Keeps, none, Format, _, Chars, Count, Values) ->
    {Text, Count2} = case Control of
                         $- -> {Chars, Count};
                         _ -> skipped(Chars, Count)
                     end,
    case token(Control, Text) of
        {Value, Rest} ->
            read(Format, Rest, Count2 + length(Text) - length(Rest), kept(Keeps, Value, Values));
        What -> failed(What)
    end;
value(Control, Keeps, Width, Format, _, Chars, Count, Values) ->
    {Text, Count2} = case Control of
                         $s -> {Chars, Count};
                         $a -> {Chars, Count};
                         _ -> skipped(Chars, Count)
                     end,
    case length(Text) of
        Few when Few < Width -> failed(what(Control));
        _ ->
            {Field, Rest} = lists:split(Width, Text),
            case field(Control, Field) of
                {ok, Value} -> read(Format, Rest, Count2 + Width, kept(Keeps, Value, Values));
                What -> failed(What)
            end
    end.

kept(true, Value, Values) -> [Value | Values];
kept(false, _, Values) -> Values.

%% A field of some width: padded with spaces.
field($s, Field) -> {ok, string:trim(Field)};
field(Control, Field) ->
    Text = case Control of
               $a -> string:trim(Field);
               _ -> string:trim(Field, leading)
           end,
    case token(Control, Text) of
        {Value, []} -> {ok, Value};
        {_, _} -> what(Control);
        What -> What
    end.

what($d) -> integer;
what($u) -> unsigned;
what($-) -> sign;
what($#) -> based;
what($f) -> float;
what($a) -> atom;
what($s) -> string;
what(_) -> format.

%% {Value, Rest}, or what was expected.
token($d, [Sign | Chars]) when Sign =:= $+; Sign =:= $- ->
    case token($u, Chars) of
        {Value, Rest} when Sign =:= $- -> {-Value, Rest};
        {Value, Rest} -> {Value, Rest};
        _ -> integer
    end;
token($d, Chars) ->
    case token($u, Chars) of
        {Value, Rest} -> {Value, Rest};
        _ -> integer
    end;
token($u, Chars) ->
    case digits(Chars, 10) of
        {[], _} -> unsigned;
        {Digits, Rest} -> {list_to_integer(Digits), Rest}
    end;
token($-, [$- | Rest]) -> {-1, Rest};
token($-, [$+ | Rest]) -> {1, Rest};
token($-, Rest) -> {1, Rest};
token($#, Chars) ->
    case digits(Chars, 10) of
        {[_ | _] = Digits, [$# | Rest]} ->
            case list_to_integer(Digits) of
                Base when Base >= 2, Base =< 36 ->
                    case digits(Rest, Base) of
                        {[], _} -> based;
                        {Own, After} -> {list_to_integer(Own, Base), After}
                    end;
                _ -> based
            end;
        _ -> based
    end;
token($f, Chars) ->
    {Sign, Unsigned} = case Chars of
                           [S | Rest] when S =:= $+; S =:= $- -> {[S], Rest};
                           _ -> {[], Chars}
                       end,
    case digits(Unsigned, 10) of
        {[_ | _] = Whole, [$. | After]} ->
            case digits(After, 10) of
                {[], _} -> float;
                {Part, Rest2} ->
                    {Exponent, Rest3} = exponent(Rest2),
                    try {list_to_float(Sign ++ Whole ++ "." ++ Part ++ Exponent), Rest3}
                    catch error:_ -> float
                    end
            end;
        _ -> float
    end;
token($s, Chars) -> word(Chars, []);
token($a, Chars) ->
    {Word, Rest} = word(Chars, []),
    try {list_to_atom(Word), Rest}
    catch error:_ -> atom
    end;
token(_, _) -> format.

exponent([E | Chars]) when E =:= $e; E =:= $E ->
    {Sign, Rest} = case Chars of
                       [S | After] when S =:= $+; S =:= $- -> {[S], After};
                       _ -> {[], Chars}
                   end,
    case digits(Rest, 10) of
        {[], _} -> {[], [E | Chars]};
        {Digits, Left} -> {"e" ++ Sign ++ Digits, Left}
    end;
exponent(Chars) -> {[], Chars}.

digits(Chars, Base) -> lists:splitwith(fun(C) -> digit(C) < Base end, Chars).

digit(C) when C >= $0, C =< $9 -> C - $0;
digit(C) when C >= $a, C =< $z -> C - $a + 10;
digit(C) when C >= $A, C =< $Z -> C - $A + 10;
digit(_) -> 99.

word([C | Rest], Word) when not ?is_space(C) -> word(Rest, [C | Word]);
word(Rest, Word) -> {lists:reverse(Word), Rest}.
