%% Tokens of Erlang: OTP's stdlib manual, module erl_scan. lexeme/2 looks at what stands first in the text and says how long
%% it is; everything else is places, options and what to do when the text may go on.
-module(erl_scan).

-export([string/1, string/2, string/3, tokens/3, tokens/4, continuation_location/1, format_error/1, reserved_word/1,
         f_reserved_word/1, category/1, column/1, end_location/1, line/1, location/1, symbol/1, text/1]).

-export_type([token/0, tokens/0, tokens_result/0, return_cont/0, error_info/0, error_description/0, category/0,
              symbol/0, option/0, options/0]).

-type category() :: atom().
-type symbol() :: atom() | float() | integer() | string().
-type token() :: {category(), erl_anno:anno(), symbol()} | {category(), erl_anno:anno()}.
-type tokens() :: [token()].
-type option() :: return | return_white_spaces | return_comments | text | {reserved_word_fun, fun((atom()) -> boolean())}
                | {text_fun, fun((category(), string()) -> boolean())}.
-type options() :: option() | [option()].
-type error_description() :: term().
-type error_info() :: {erl_anno:location(), module(), error_description()}.
-type tokens_result() :: {ok, tokens(), erl_anno:location()} | {eof, erl_anno:location()}
                       | {error, error_info(), erl_anno:location()}.
-opaque return_cont() :: tuple().

-record(options, {white_space = false, comments = false, text, reserved, final = false}).

%% What is left of a text that may go on, from the beginning of the token that was not complete.
-record(erl_scan_continuation, {text, place, tokens, options}).

-define(is_place(P), (is_integer(P) orelse is_tuple(P) andalso tuple_size(P) =:= 2 andalso is_integer(element(1, P))
                      andalso is_integer(element(2, P)) andalso element(2, P) >= 1)).
-define(is_digit(C), C >= $0, C =< $9).
-define(is_space(C), (C >= 0 andalso C =< $\s orelse C >= 16#80 andalso C =< 16#A0)).
-define(is_lower(C), C >= $a, C =< $z; C >= $ß, C =< $ÿ, C =/= $÷).
-define(is_upper(C), C >= $A, C =< $Z; C =:= $_; C >= $À, C =< $Þ, C =/= $×).
-define(is_char(C), (C >= 0 andalso C < 16#D800 orelse C > 16#DFFF andalso C =< 16#10FFFF andalso C =/= 16#FFFE
                      andalso C =/= 16#FFFF)).

%% ---- A whole text ----

string(String) -> string(String, 1, []).
string(String, Place) -> string(String, Place, []).

string(String, Place, Options) when is_list(String), ?is_place(Place) ->
    case scan(String, erl_anno:new(Place), [], (options(Options))#options{final = true}, false) of
        {error, Error, End, _} -> {error, Error, End};
        Tokens -> Tokens
    end.

%% ---- A text that comes in pieces, up to the first full stop ----

tokens(Continuation, Text, Place) -> tokens(Continuation, Text, Place, []).

tokens([], Text, Place, Options) when ?is_place(Place) ->
    next(Text, #erl_scan_continuation{text = [], place = erl_anno:new(Place), tokens = [], options = options(Options)});
tokens(#erl_scan_continuation{} = Continuation, Text, _, _) -> next(Text, Continuation).

next(eof, #erl_scan_continuation{text = Text, place = Place, tokens = Tokens, options = Options}) ->
    case scan(Text, Place, Tokens, Options#options{final = true}, true) of
        {ok, [], End} -> {done, {eof, End}, eof};
        {ok, _, _} = Found -> {done, Found, eof};
        {dot, Found, End, _} -> {done, {ok, Found, End}, eof};
        {error, Error, End, _} -> {done, {error, Error, End}, eof}
    end;
next(More, #erl_scan_continuation{text = Text, place = Place, tokens = Tokens, options = Options}) when is_list(More) ->
    case scan(Text ++ More, Place, Tokens, Options, true) of
        {more, Rest, At, Found} ->
            {more, #erl_scan_continuation{text = Rest, place = At, tokens = Found, options = Options}};
        {dot, Found, End, Rest} -> {done, {ok, Found, End}, Rest};
        {error, Error, End, Rest} -> {done, {error, Error, End}, Rest}
    end.

continuation_location(#erl_scan_continuation{place = Place}) -> Place.

options(Options) when is_list(Options) ->
    Has = fun(Key) -> proplists:get_bool(Key, Options) end,
    #options{white_space = Has(return) orelse Has(return_white_spaces),
             comments = Has(return) orelse Has(return_comments),
             reserved = function(reserved_word_fun, 1, Options, fun erl_scan:f_reserved_word/1),
             text = case Has(text) of
                        true -> fun(_, _) -> true end;
                        false -> function(text_fun, 2, Options, none)
                    end};
options(Option) -> options([Option]).

function(Key, Arity, Options, Default) ->
    case lists:keyfind(Key, 1, Options) of
        {_, Fun} when is_function(Fun, Arity) -> Fun;
        {_, Other} -> erlang:error(badarg, [{Key, Other}]);
        false -> Default
    end.

%% ---- The loop ----

scan([], Place, Tokens, #options{final = false}, _) -> {more, [], Place, Tokens};
scan([], Place, Tokens, _, _) -> {ok, lists:reverse(Tokens), Place};
scan(Text, Place, Tokens, Options, Stops) ->
    case lexeme(Text, Options) of
        {space, Length} ->
            skip(white_space, Options#options.white_space, Length, Text, Place, Tokens, Options, Stops);
        {comment, Length} ->
            skip(comment, Options#options.comments, Length, Text, Place, Tokens, Options, Stops);
        {dot, Length} ->
            {Own, Rest} = lists:split(Length, Text),
            Found = [{dot, anno(dot, Place, Own, Options)} | Tokens],
            End = moved(Place, Own),
            case Stops of
                true -> {dot, lists:reverse(Found), End, Rest};
                false -> scan(Rest, End, Found, Options, Stops)
            end;
        {Category, Length} ->
            {Own, Rest} = lists:split(Length, Text),
            scan(Rest, moved(Place, Own), [{Category, anno(Category, Place, Own, Options)} | Tokens], Options, Stops);
        {Category, Symbol, Length} ->
            {Own, Rest} = lists:split(Length, Text),
            scan(Rest, moved(Place, Own), [{Category, anno(Category, Place, Own, Options), Symbol} | Tokens], Options,
                 Stops);
        {error, What, From, Length} ->
            {Own, Rest} = lists:split(Length, Text),
            {error, {moved(Place, lists:sublist(Own, From)), ?MODULE, What}, moved(Place, Own), Rest};
        more -> {more, Text, Place, Tokens}
    end.

skip(Category, Kept, Length, Text, Place, Tokens, Options, Stops) ->
    {Own, Rest} = lists:split(Length, Text),
    Found = case Kept of
                true -> [{Category, anno(Category, Place, Own, Options), Own} | Tokens];
                false -> Tokens
            end,
    scan(Rest, moved(Place, Own), Found, Options, Stops).

anno(_, Place, _, #options{text = none}) -> Place;
anno(Category, Place, Text, #options{text = Wanted}) ->
    case Wanted(Category, Text) of
        true -> [{text, Text}, {location, Place}];
        false -> Place
    end.

moved({Line, Column}, [C | Text]) ->
    case C of
        $\n -> moved({Line + 1, 1}, Text);
        _ -> moved({Line, Column + 1}, Text)
    end;
moved(Line, [C | Text]) ->
    case C of
        $\n -> moved(Line + 1, Text);
        _ -> moved(Line, Text)
    end;
moved(Place, []) -> Place.

%% ---- One lexeme: {Category, Length}, {Category, Symbol, Length}, {error, What, Where, Length}, or more ----

lexeme([C | _] = Text, Options) when ?is_lower(C) -> atom(Text, Options);
lexeme([C | _] = Text, Options) when ?is_upper(C) ->
    case name(Text, 0) of
        {_, []} when not Options#options.final -> more;
        {Length, _} when Length > 255 -> {error, {illegal, var}, 0, Length};
        {Length, _} -> {var, list_to_atom(lists:sublist(Text, Length)), Length}
    end;
lexeme([C | _] = Text, Options) when ?is_digit(C) -> number(Text, Options);
lexeme("\n" ++ Text, Options) -> after_newline(Text, Options);
lexeme([C | _] = Text, Options) when C =:= $\s; C =:= $\t -> run(C, longest(C), Text, 0, Options);
lexeme([C | _] = Text, Options) when ?is_space(C) -> others(Text, 0, Options);
lexeme("%" ++ Text, Options) -> comment(Text, 1, Options);
lexeme("\"" ++ Text, Options) -> quoted($", string, Text, Options);
lexeme("'" ++ Text, Options) -> quoted($', atom, Text, Options);
lexeme("$" ++ Text, Options) -> char(Text, Options);
lexeme("..." ++ _, _) -> {'...', 3};
lexeme(".", #options{final = true}) -> {dot, 1};
lexeme(Text, #options{final = false}) when Text =:= "."; Text =:= ".." -> more;
lexeme(".." ++ _, _) -> {'..', 2};
lexeme(".%" ++ _, _) -> {dot, 1};
lexeme([$., C | _], _) when ?is_space(C) -> {dot, 2};
lexeme([C | _] = Text, Options) -> punctuation(C, Text, Options).

punctuation(_, Text, #options{final = false}) when Text =:= "="; Text =:= "=:"; Text =:= "=/"; Text =:= ":"; Text =:= "<";
                                                   Text =:= ">"; Text =:= "-"; Text =:= "+"; Text =:= "/"; Text =:= "|";
                                                   Text =:= "?" ->
    more;
punctuation(_, "=:=" ++ _, _) -> {'=:=', 3};
punctuation(_, "=/=" ++ _, _) -> {'=/=', 3};
punctuation(_, "==" ++ _, _) -> {'==', 2};
punctuation(_, "=<" ++ _, _) -> {'=<', 2};
punctuation(_, "=>" ++ _, _) -> {'=>', 2};
punctuation(_, ":=" ++ _, _) -> {':=', 2};
punctuation(_, "::" ++ _, _) -> {'::', 2};
punctuation(_, "<<" ++ _, _) -> {'<<', 2};
punctuation(_, "<-" ++ _, _) -> {'<-', 2};
punctuation(_, "<=" ++ _, _) -> {'<=', 2};
punctuation(_, ">>" ++ _, _) -> {'>>', 2};
punctuation(_, ">=" ++ _, _) -> {'>=', 2};
punctuation(_, "->" ++ _, _) -> {'->', 2};
punctuation(_, "--" ++ _, _) -> {'--', 2};
punctuation(_, "++" ++ _, _) -> {'++', 2};
punctuation(_, "/=" ++ _, _) -> {'/=', 2};
punctuation(_, "||" ++ _, _) -> {'||', 2};
punctuation(_, "?=" ++ _, _) -> {'?=', 2};
punctuation(C, _, _) when C > $\s, C < 256 -> {list_to_atom([C]), 1};
punctuation(C, _, _) when is_integer(C), C >= 0 -> {error, {illegal, character}, 0, 1}.

%% ---- White space and comments. What stands in one token with the newline before it is OTP's choice. ----

after_newline([], #options{final = false, white_space = true}) -> more;
after_newline([C | _] = Text, Options) when C =:= $\s; C =:= $\t ->
    case run(C, longest(C), Text, 0, Options) of
        {space, Length} -> {space, Length + 1};
        more -> more
    end;
after_newline([C | _] = Text, Options) when C =/= $\n, ?is_space(C) ->
    case others(Text, 0, Options) of
        {space, Length} -> {space, Length + 1};
        more -> more
    end;
after_newline(_, _) -> {space, 1}.

longest($\s) -> 16;
longest($\t) -> 10.

run(_, Most, _, Most, _) -> {space, Most};
run(C, Most, [C | Text], Length, Options) -> run(C, Most, Text, Length + 1, Options);
run(_, _, [], _, #options{final = false, white_space = true}) -> more;
run(_, _, _, Length, _) -> {space, Length}.

others([C | Text], Length, Options) when C =/= $\n, C =/= $\s, C =/= $\t, ?is_space(C) ->
    others(Text, Length + 1, Options);
others([], _, #options{final = false, white_space = true}) -> more;
others(_, Length, _) -> {space, Length}.

comment([], _, #options{final = false}) -> more;
comment([C | Text], Length, Options) when C =/= $\n ->
    case C of
        _ when ?is_char(C) -> comment(Text, Length + 1, Options);
        _ -> {error, {illegal, character}, 0, Length + 1}
    end;
comment(_, Length, _) -> {comment, Length}.

%% ---- Names ----

name([C | Text], Length) when ?is_lower(C) -> name(Text, Length + 1);
name([C | Text], Length) when ?is_upper(C) -> name(Text, Length + 1);
name([C | Text], Length) when ?is_digit(C) -> name(Text, Length + 1);
name([$@ | Text], Length) -> name(Text, Length + 1);
name(Text, Length) -> {Length, Text}.

atom(Text, #options{reserved = Reserved, final = Final}) ->
    case name(Text, 0) of
        {_, []} when not Final -> more;
        {Length, _} when Length > 255 -> {error, {illegal, atom}, 0, Length};
        {Length, _} ->
            Name = list_to_atom(lists:sublist(Text, Length)),
            case Reserved(Name) of
                true -> {Name, Length};
                false -> {atom, Name, Length}
            end
    end.

%% ---- Numbers ----

number(Text, Options) ->
    {Digits, Length, Rest} = digits(Text, 10, [], 0),
    case Rest of
        Rest when Rest =:= []; Rest =:= "_"; Rest =:= "." ->
            case Options#options.final of
                true -> integer(Digits, 10, Length);
                false -> more
            end;
        [$., C | _] when ?is_digit(C) -> fraction(Digits, Length, tl(Rest), Options);
        "#" ++ After -> based(Digits, Length, After, Options);
        _ -> integer(Digits, 10, Length)
    end.

%% Digits may be grouped by single underscores between them.
digits([C | Text], Base, Digits, Length) ->
    case digit(C) < Base of
        true -> digits(Text, Base, [C | Digits], Length + 1);
        false when C =:= $_, Digits =/= [], Text =/= [] ->
            case digit(hd(Text)) < Base of
                true -> digits(Text, Base, Digits, Length + 1);
                false -> {lists:reverse(Digits), Length, [C | Text]}
            end;
        false -> {lists:reverse(Digits), Length, [C | Text]}
    end;
digits([], _, Digits, Length) -> {lists:reverse(Digits), Length, []}.

digit(C) when C >= $0, C =< $9 -> C - $0;
digit(C) when C >= $a, C =< $z -> C - $a + 10;
digit(C) when C >= $A, C =< $Z -> C - $A + 10;
digit(_) -> 99.

integer(Digits, Base, Length) ->
    try {integer, list_to_integer(Digits, Base), Length}
    catch error:_ -> {error, {illegal, integer}, 0, Length}
    end.

based(Digits, Length, Text, #options{final = Final}) ->
    Base = list_to_integer(Digits),
    case Base >= 2 andalso Base =< 36 of
        false -> {error, {base, Base}, 0, Length};
        true ->
            case digits(Text, Base, [], 0) of
                {_, _, Rest} when not Final, (Rest =:= [] orelse Rest =:= "_") -> more;
                {[], 0, _} -> {error, {illegal, integer}, 0, Length + 1};
                {Own, Count, _} -> integer(Own, Base, Length + 1 + Count)
            end
    end.

fraction(Whole, Length, Text, #options{final = Final}) ->
    case digits(Text, 10, [], 0) of
        {_, _, Rest} when not Final, (Rest =:= [] orelse Rest =:= "_") -> more;
        {Part, Count, [E | Rest]} when E =:= $e; E =:= $E ->
            {Sign, Signs, After} = case Rest of
                                       [S | More] when S =:= $+; S =:= $- -> {[S], 1, More};
                                       _ -> {[], 0, Rest}
                                   end,
            Before = Length + 1 + Count + 1 + Signs,
            case digits(After, 10, [], 0) of
                {_, _, Left} when not Final, (Left =:= [] orelse Left =:= "_") -> more;
                {[], 0, _} -> {error, {illegal, float}, 0, Before};
                {Exponent, Digits, _} -> float(Whole ++ "." ++ Part ++ "e" ++ Sign ++ Exponent, Before + Digits)
            end;
        {Part, Count, _} -> float(Whole ++ "." ++ Part, Length + 1 + Count)
    end.

float(Text, Length) ->
    try {float, list_to_float(Text), Length}
    catch error:_ -> {error, {illegal, float}, 0, Length}
    end.

%% ---- Characters and quoted text ----

char([], #options{final = Final}) -> end_of_char(1, Final);
char("\\" ++ Text, #options{final = Final}) ->
    case escape(Text, Final) of
        {Char, Length, _} -> {char, Char, Length + 2};
        {error, Length} -> {error, {illegal, character}, 0, Length + 2};
        more -> end_of_char(length(Text) + 2, Final)
    end;
char([C | _], _) when ?is_char(C) -> {char, C, 2};
char(_, _) -> {error, {illegal, character}, 0, 1}.

end_of_char(_, false) -> more;
end_of_char(Length, true) -> {error, char, 0, Length}.

quoted(Quote, Category, Text, #options{final = Final}) ->
    case characters(Quote, Text, [], 1) of
        {ok, Chars, Length} when Category =:= string -> {string, Chars, Length};
        {ok, Chars, Length} ->
            try {atom, list_to_atom(Chars), Length}
            catch error:_ -> {error, {illegal, atom}, 0, Length}
            end;
        {cut, Chars, Length} when Final -> {error, {string, Quote, lists:sublist(Chars, 16)}, 0, Length};
        {cut, _, _} -> more;
        Error -> Error
    end.

characters(Quote, [Quote | _], Chars, Length) -> {ok, lists:reverse(Chars), Length + 1};
characters(Quote, [$\\ | Text], Chars, Length) ->
    case escape(Text, true) of
        {Char, Count, Rest} -> characters(Quote, Rest, [Char | Chars], Length + 1 + Count);
        {error, Count} -> {error, {illegal, character}, Length, Length + 1 + Count};
        more -> {cut, lists:reverse(Chars), Length + 1 + length(Text)}
    end;
characters(Quote, [C | Text], Chars, Length) when is_integer(C), ?is_char(C) -> characters(Quote, Text, [C | Chars], Length + 1);
characters(_, [C | _], _, Length) when is_integer(C) -> {error, {illegal, character}, Length, Length + 1};
characters(_, [], Chars, Length) -> {cut, lists:reverse(Chars), Length}.

%% What follows a backslash: {Char, Length, Rest}.
escape([], _) -> more;
escape("x{" ++ Text, _) -> hexadecimal(Text, 0, 2);
escape("x", _) -> more;
escape([$x, A], _) ->
    case digit(A) < 16 of
        true -> more;
        false -> {error, 1}
    end;
escape([$x, A, B | Rest], _) ->
    case {digit(A), digit(B)} of
        {High, Low} when High < 16, Low < 16 -> {High * 16 + Low, 3, Rest};
        _ -> {error, 1}
    end;
escape([C | _] = Text, Final) when C >= $0, C =< $7 -> octal(Text, 0, 0, Final);
escape("^", _) -> more;
escape([$^, C | Rest], _) when ?is_char(C) -> {C band 31, 2, Rest};
escape([$^, _ | _], _) -> {error, 2};
escape([C | Rest], _) when ?is_char(C) -> {escaped(C), 1, Rest};
escape(_, _) -> {error, 1}.

hexadecimal("}" ++ Rest, Value, Length) when Length > 2, ?is_char(Value) -> {Value, Length + 1, Rest};
hexadecimal("}" ++ _, _, Length) -> {error, Length + 1};
hexadecimal([C | Rest], Value, Length) ->
    case digit(C) of
        Digit when Digit < 16 -> hexadecimal(Rest, min(Value * 16 + Digit, 16#110000), Length + 1);
        _ -> {error, Length}
    end;
hexadecimal([], _, _) -> more.

octal([C | Text], Value, Length, Final) when C >= $0, C =< $7, Length < 3 ->
    octal(Text, Value * 8 + C - $0, Length + 1, Final);
octal([], _, Length, false) when Length < 3 -> more;
octal(Rest, Value, Length, _) -> {Value, Length, Rest}.

escaped($b) -> $\b;
escaped($d) -> $\d;
escaped($e) -> $\e;
escaped($f) -> $\f;
escaped($n) -> $\n;
escaped($r) -> $\r;
escaped($s) -> $\s;
escaped($t) -> $\t;
escaped($v) -> $\v;
escaped(C) -> C.

%% ---- Tokens and errors ----

reserved_word(Word) -> f_reserved_word(Word).

f_reserved_word(Word) ->
    lists:member(Word, ['after', 'begin', 'case', 'try', 'cond', 'catch', 'andalso', 'orelse', 'end', 'fun', 'if', 'let',
                        'of', 'receive', 'when', 'bnot', 'not', 'div', 'rem', 'band', 'and', 'bor', 'bxor', 'bsl', 'bsr',
                        'or', 'xor']).

category({Category, _}) -> Category;
category({Category, _, _}) -> Category;
category(Token) -> erlang:error(badarg, [Token]).

symbol({Category, _}) -> Category;
symbol({_, _, Symbol}) -> Symbol;
symbol(Token) -> erlang:error(badarg, [Token]).

column(Token) -> erl_anno:column(element(2, Token)).
end_location(Token) -> erl_anno:end_location(element(2, Token)).
line(Token) -> erl_anno:line(element(2, Token)).
location(Token) -> erl_anno:location(element(2, Token)).
text(Token) -> erl_anno:text(element(2, Token)).

format_error({string, Quote, Head}) ->
    lists:flatten(["unterminated ", case Quote of
                                        $" -> "string";
                                        $' -> "atom"
                                    end, " starting with ", io_lib:write_string(Head, Quote)]);
format_error({illegal, Type}) -> lists:flatten(io_lib:fwrite("illegal ~w", [Type]));
format_error({base, Base}) -> lists:flatten(io_lib:fwrite("illegal base '~w'", [Base]));
format_error(char) -> "unterminated character";
format_error(Other) -> lists:flatten(io_lib:write(Other)).
