%% Formats of io_lib:format/2 taken apart and put together again.
-module(io_lib_format).

-export([scan/2, unscan/1, fwrite_g/1]).

%% Not in OTP's manual, but called by many: the shortest text that reads as the same number.
fwrite_g(Float) when is_float(Float) -> float_to_list(Float, [short]).

%% A list of characters and of maps, one for each control sequence, with the arguments that it takes.
scan(Format, Args) when is_atom(Format) -> scan(atom_to_list(Format), Args);
scan(Format, Args) when is_binary(Format) -> scan(unicode:characters_to_list(Format), Args);
scan([$~ | Format], Args) ->
    {Width, Adjust, Format2, Args2} = width(Format, Args),
    {Precision, Format3, Args3} = precision(Format2, Args2),
    {Pad, Format4, Args4} = pad(Format3, Args3),
    {Modifiers, [Control | Rest]} = lists:splitwith(fun(C) -> C =:= $t orelse C =:= $l orelse C =:= $k end, Format4),
    {Own, Args5} = lists:split(arguments(Control), Args4),
    [#{control_char => Control, args => Own, width => Width, adjust => Adjust, precision => Precision, pad_char => Pad,
       encoding => case lists:member($t, Modifiers) of
                       true -> unicode;
                       false -> latin1
                   end,
       strings => not lists:member($l, Modifiers)} | scan(Rest, Args5)];
scan([C | Format], Args) -> [C | scan(Format, Args)];
scan([], []) -> [];
scan([], _) -> erlang:error(badarg).

width([$- | Format], Args) ->
    case number(Format, Args) of
        {none, Format2, Args2} -> {none, left, Format2, Args2};
        {Width, Format2, Args2} -> {Width, left, Format2, Args2}
    end;
width(Format, Args) ->
    case number(Format, Args) of
        {Width, Format2, Args2} when is_integer(Width), Width < 0 -> {-Width, left, Format2, Args2};
        {Width, Format2, Args2} -> {Width, right, Format2, Args2}
    end.

precision([$. | Format], Args) -> number(Format, Args);
precision(Format, Args) -> {none, Format, Args}.

pad([$., $* | Format], [Pad | Args]) -> {Pad, Format, Args};
pad([$., Pad | Format], Args) -> {Pad, Format, Args};
pad(Format, Args) -> {$\s, Format, Args}.

number([$* | Format], [Number | Args]) when is_integer(Number) -> {Number, Format, Args};
number(Format, Args) ->
    case lists:splitwith(fun(C) -> C >= $0 andalso C =< $9 end, Format) of
        {[], _} -> {none, Format, Args};
        {Digits, Rest} -> {list_to_integer(Digits), Rest, Args}
    end.

arguments(C) when C =:= $~; C =:= $n -> 0;
arguments(C) when C =:= $W; C =:= $P; C =:= $x; C =:= $X -> 2;
arguments(_) -> 1.

%% The format and the arguments.
unscan([#{control_char := Control, args := Own} = Spec | Rest]) ->
    {Format, Args} = unscan(Rest),
    #{width := Width, adjust := Adjust, precision := Precision, pad_char := Pad, encoding := Encoding,
      strings := Strings} = maps:merge(#{width => none, adjust => right, precision => none, pad_char => $\s,
                                         encoding => latin1, strings => true}, Spec),
    {lists:append([[$~], [$- || Adjust =:= left], shown(Width), dotted(Precision, Pad), padded(Pad),
                   [$t || Encoding =:= unicode], [$l || not Strings], [Control], Format]),
     Own ++ Args};
unscan([C | Rest]) ->
    {Format, Args} = unscan(Rest),
    {[C | Format], Args};
unscan([]) -> {[], []}.

shown(none) -> [];
shown(Number) -> integer_to_list(Number).

dotted(none, $\s) -> [];
dotted(none, _) -> ".";
dotted(Precision, _) -> [$. | integer_to_list(Precision)].

padded($\s) -> [];
padded(Pad) -> [$., Pad].
