%% Text for terms and from it: OTP's stdlib manual, module io_lib. What makes text of terms (format/2, write/1, print/1, ...)
%% is written in Java; here are its variants, what reads by a format, and what collects the input that a request asks for.
-module(io_lib).

-export([fread/2, fread/3, write_string/2, write_latin1_string/1, write_latin1_string/2, write_string_as_latin1/1,
         write_string_as_latin1/2, write_unicode_string/1, write_atom_as_latin1/1, write_char_as_latin1/1,
         write_latin1_char/1, write_unicode_char/1, deep_latin1_char_list/1, deep_unicode_char_list/1, quote_atom/2,
         write/3, build_text/1, build_text/2, scan_format/2, unscan_format/1, format_prompt/1, format_prompt/2,
         collect_chars/3, collect_chars/4, collect_line/3, collect_line/4, get_until/3, get_until/4, limit_term/2]).

-export_type([chars/0, latin1_string/0, continuation/0, fread_error/0, fread_item/0, format_spec/0, chars_limit/0, depth/0]).

-type chars() :: [char() | chars()].
-type latin1_string() :: [unicode:latin1_char()].
-type depth() :: -1 | non_neg_integer().
-type chars_limit() :: integer().
-type continuation() :: term().
-type fread_error() :: atom | based | character | float | format | input | integer | string | unsigned.
-type fread_item() :: string() | atom() | integer() | float().
-type format_spec() :: map().

%% ---- Writing ----

write_string(String, Quote) -> quoted(String, Quote, 16#10FFFF).

write_unicode_string(String) -> io_lib:write_string(String).
write_latin1_string(String) -> write_latin1_string(String, $").
write_latin1_string(String, Quote) -> quoted(String, Quote, 255).
write_string_as_latin1(String) -> write_string_as_latin1(String, $").
write_string_as_latin1(String, Quote) -> quoted(String, Quote, 255).

%% Characters above the greatest are escaped.
quoted(String, Quote, Greatest) -> [Quote | quoted_chars(String, Quote, Greatest)].

quoted_chars([Quote | Rest], Quote, Greatest) -> [$\\, Quote | quoted_chars(Rest, Quote, Greatest)];
quoted_chars([C | Rest], Quote, Greatest) when C > Greatest ->
    "\\x{" ++ integer_to_list(C, 16) ++ "}" ++ quoted_chars(Rest, Quote, Greatest);
quoted_chars([C | Rest], Quote, Greatest) when C =:= $"; C =:= $' -> [C | quoted_chars(Rest, Quote, Greatest)];
quoted_chars([C | Rest], Quote, Greatest) ->
    [$" | Shown] = io_lib:write_string([C]),
    lists:droplast(Shown) ++ quoted_chars(Rest, Quote, Greatest);
quoted_chars([], Quote, _) -> [Quote].

write_atom_as_latin1(Atom) ->
    case [C || C <- atom_to_list(Atom), C > 255] of
        [] -> io_lib:write_atom(Atom);
        _ -> quoted(atom_to_list(Atom), $', 255)
    end.

write_unicode_char(C) -> io_lib:write_char(C).
write_latin1_char(C) -> io_lib:write_char(C).
write_char_as_latin1(C) when C > 255 -> "$\\x{" ++ integer_to_list(C, 16) ++ "}";
write_char_as_latin1(C) -> io_lib:write_char(C).

%% Whether an atom whose name has these characters needs quotes.
quote_atom(Atom, _) -> hd(io_lib:write_atom(Atom)) =:= $'.

deep_latin1_char_list(Term) -> is_list(Term) andalso io_lib:deep_char_list(Term) andalso
                                   lists:all(fun(C) -> C =< 255 end, lists:flatten(Term)).
deep_unicode_char_list(Term) -> io_lib:deep_char_list(Term).

write(Term, Depth, Pretty) when is_boolean(Pretty) ->
    case Pretty of
        true -> io_lib:format("~tp", [limit_term(Term, Depth)]);
        false -> io_lib:write(Term, Depth)
    end.

%% The term cut to a depth, with '...' for what is left out.
limit_term(Term, Depth) when Depth < 0 -> Term;
limit_term(_, 0) -> '...';
limit_term([_ | _] = List, Depth) ->
    case io_lib:printable_list(List) of
        true -> List;
        false -> limit_list(List, Depth)
    end;
limit_term(Tuple, Depth) when is_tuple(Tuple), Depth =< 1, Tuple =/= {} -> '...';
limit_term(Tuple, Depth) when is_tuple(Tuple) -> list_to_tuple(limit_elements(tuple_to_list(Tuple), Depth - 1));
limit_term(Map, Depth) when is_map(Map), Depth =< 1, Map =/= #{} -> '...';
limit_term(Map, Depth) when is_map(Map) -> maps:map(fun(_, Value) -> limit_term(Value, Depth - 1) end, Map);
limit_term(Term, _) -> Term.

limit_list([], _) -> [];
limit_list(_, Depth) when Depth =< 1 -> ['...'];
limit_list([Head | Tail], Depth) when is_list(Tail) -> [limit_term(Head, Depth - 1) | limit_list(Tail, Depth - 1)];
limit_list([Head | Tail], Depth) -> [limit_term(Head, Depth - 1) | limit_term(Tail, Depth - 1)].

limit_elements([], _) -> [];
limit_elements(_, Depth) when Depth =< 0 -> ['...'];
limit_elements([Head | Tail], Depth) -> [limit_term(Head, Depth) | limit_elements(Tail, Depth - 1)].

%% ---- Formats taken apart: a list of characters and of maps, one for each control sequence ----

scan_format(Format, Args) -> io_lib_format:scan(Format, Args).
unscan_format(Parts) -> io_lib_format:unscan(Parts).
build_text(Parts) -> build_text(Parts, []).

build_text(Parts, Options) ->
    {Format, Args} = unscan_format(Parts),
    io_lib:format(Format, Args, Options).

%% ---- Reading by a format ----

fread(Format, Chars) -> io_lib_fread:fread(Format, Chars).
fread(Continuation, Chars, Format) -> io_lib_fread:fread(Continuation, Chars, Format).

%% ---- What a device does with characters as they come: {done, Result, Rest} or {more, State} ----

format_prompt(Prompt) -> format_prompt(Prompt, latin1).

format_prompt({format, Format, Args}, _) -> lists:flatten(formatted(Format, Args));
format_prompt(Prompt, _) when is_list(Prompt); is_binary(Prompt) -> lists:flatten(formatted("~ts", [Prompt]));
format_prompt(Prompt, _) when is_atom(Prompt) -> atom_to_list(Prompt);
format_prompt(Prompt, _) -> lists:flatten(formatted("~tp", [Prompt])).

formatted(Format, Args) ->
    try io_lib:format(Format, Args)
    catch error:_ -> "???"
    end.

collect_chars(State, Data, Count) -> collect_chars(State, Data, latin1, Count).

collect_chars(start, eof, _, _) -> {stop, eof, []};
collect_chars(start, Data, Encoding, Count) -> collect_chars({[], Count}, Data, Encoding, Count);
collect_chars({Found, _}, eof, _, _) ->
    {stop, case lists:append(lists:reverse(Found)) of
               [] -> eof;
               Chars -> Chars
           end, eof};
collect_chars({Found, Left}, Data, Encoding, _) ->
    Chars = text(Data, Encoding),
    case length(Chars) of
        Few when Few < Left -> {[Chars | Found], Left - Few};
        _ ->
            {Last, Rest} = lists:split(Left, Chars),
            {stop, lists:append(lists:reverse([Last | Found])), Rest}
    end.

text(Data, latin1) when is_binary(Data) -> binary_to_list(Data);
text(Data, _) when is_binary(Data) -> unicode:characters_to_list(Data);
text(Data, _) -> Data.

collect_line(State, Data, Arg) -> collect_line(State, Data, latin1, Arg).

%% A binary device gives binaries. What has been found is kept backwards: its bytes or characters, the last one first.
collect_line(start, eof, _, _) -> {stop, eof, eof};
collect_line(start, Data, Encoding, Arg) -> collect_line([], Data, Encoding, Arg);
collect_line({bytes, Found}, eof, _, _) -> {stop, list_to_binary(lists:reverse(Found)), eof};
collect_line(Found, eof, _, _) -> {stop, lists:reverse(Found), eof};
collect_line([], Data, Encoding, Arg) when is_binary(Data) -> collect_line({bytes, []}, Data, Encoding, Arg);
collect_line({bytes, Found}, Data, _, _) ->
    case line(binary_to_list(Data), Found) of
        {Line, Rest} -> {stop, list_to_binary(Line), list_to_binary(Rest)};
        More -> {bytes, More}
    end;
collect_line(Found, Data, _, _) ->
    case line(Data, Found) of
        {Line, Rest} -> {stop, Line, Rest};
        More -> More
    end.

line([$\n | Rest], [$\r | Found]) -> {lists:reverse(Found, "\n"), Rest};
line([$\n | Rest], Found) -> {lists:reverse(Found, "\n"), Rest};
line([C | Rest], Found) -> line(Rest, [C | Found]);
line([], Found) -> Found.

get_until(State, Data, Call) -> get_until(State, Data, latin1, Call).

get_until(start, Data, Encoding, Call) -> get_until([], Data, Encoding, Call);
get_until(State, Data, Encoding, {Module, Function, Args}) ->
    Chars = case Data of
                eof -> eof;
                _ -> text(Data, Encoding)
            end,
    case apply(Module, Function, [State, Chars | Args]) of
        {done, Result, Rest} -> {stop, Result, Rest};
        {more, Next} -> Next
    end.
