%% Strings: OTP's stdlib manual, module string. A string is unicode:chardata(): a binary in UTF-8, a list of code points and
%% binaries, or a mixture; the unit is the grapheme cluster. unicode_util (Java) takes clusters off the front.
%% A binary gives binaries, anything else lists.
-module(string).

-export([casefold/1, chomp/1, equal/2, equal/3, equal/4, find/2, find/3, is_empty/1, jaro_similarity/2,
         length/1, lexemes/2, list_to_float/1, list_to_integer/1, lowercase/1, next_codepoint/1, next_grapheme/1, nth_lexeme/3, pad/2,
         pad/3, pad/4, prefix/2, replace/3, replace/4, reverse/1, slice/2, slice/3, split/2, split/3,
         take/2, take/3, take/4, titlecase/1, to_float/1, to_graphemes/1, to_integer/1, trim/1, trim/2,
         trim/3, uppercase/1]).
-export([centre/2, centre/3, chars/2, chars/3, chr/2, concat/2, copies/2, cspan/2, join/2, left/2,
         left/3, len/1, rchr/2, right/2, right/3, rstr/2, span/2, str/2, strip/1, strip/2, strip/3,
         sub_string/2, sub_string/3, sub_word/2, sub_word/3, substr/2, substr/3, to_lower/1,
         to_upper/1, tokens/2, words/1, words/2]).
-compile({no_auto_import, [length/1, list_to_float/1, list_to_integer/1]}).

-define(WHITESPACE, [$\s, $\t, $\n, $\r, 11, 12, 16#85, 16#200E, 16#200F, 16#2028, 16#2029, "\r\n"]).

%% ---- Clusters and strings ----

next_grapheme(String) -> unicode_util:gc(String).
next_codepoint(String) -> unicode_util:cp(String).

to_graphemes(String) -> to_graphemes(String, []).

to_graphemes(String, Clusters) ->
    case unicode_util:gc(String) of
        [Cluster | Rest] -> to_graphemes(Rest, [Cluster | Clusters]);
        [] -> lists:reverse(Clusters);
        {error, Bad} -> erlang:error({badarg, Bad})
    end.

%% The value in the form of the string it comes from.
like(Original, Clusters) when is_binary(Original) -> to_binary(Clusters);
like(_, Clusters) -> flat(Clusters).

to_binary(Clusters) -> unicode:characters_to_binary(Clusters).

flat(Clusters) -> lists:flatmap(fun(C) when is_list(C) -> C;
                                   (C) when is_binary(C) -> unicode:characters_to_list(C);
                                   (C) -> [C]
                                end, Clusters).

%% What is left of a string, from the position a traversal has come to.
rest_like(Original, Rest) when is_binary(Original) ->
    case Rest of
        _ when is_binary(Rest) -> Rest;
        _ -> to_binary(Rest)
    end;
rest_like(_, Rest) when is_list(Rest) -> Rest;
rest_like(_, Rest) -> unicode:characters_to_list(Rest).

is_empty([]) -> true;
is_empty(<<>>) -> true;
is_empty([First | Rest]) when is_list(First); is_binary(First) -> is_empty(First) andalso is_empty(Rest);
is_empty(_) -> false.

length(String) -> length(String, 0).

length(String, N) ->
    case unicode_util:gc(String) of
        [_ | Rest] -> length(Rest, N + 1);
        [] -> N;
        {error, Bad} -> erlang:error({badarg, Bad})
    end.

reverse(String) -> lists:reverse(to_graphemes(String)).

equal(A, B) when is_binary(A), is_binary(B) -> A =:= B;
equal(A, B) -> unicode:characters_to_list(A) =:= unicode:characters_to_list(B).

equal(A, B, IgnoreCase) -> equal(A, B, IgnoreCase, none).

equal(A, B, IgnoreCase, none) when A =:= B, is_boolean(IgnoreCase) -> true;
equal(A, B, IgnoreCase, Norm) -> comparable(A, IgnoreCase, Norm) =:= comparable(B, IgnoreCase, Norm).

comparable(String, true, Norm) -> comparable(casefold(String), false, Norm);
comparable(String, false, none) -> unicode:characters_to_list(String);
comparable(String, false, nfc) -> unicode:characters_to_nfc_list(String);
comparable(String, false, nfd) -> unicode:characters_to_nfd_list(String);
comparable(String, false, nfkc) -> unicode:characters_to_nfkc_list(String);
comparable(String, false, nfkd) -> unicode:characters_to_nfkd_list(String).

%% ---- Case ----

%% What forms no clusters (unicode_util:plain_...) is dealt with as a text: much faster, and the same.

uppercase(String) -> in_case(uppercase, String).
lowercase(String) -> in_case(lowercase, String).
casefold(String) -> in_case(casefold, String).

in_case(Case, String) ->
    case unicode_util:plain_case(Case, String) of
        undefined -> changed(fun unicode_util:Case/1, String);
        Changed -> Changed
    end.

changed(F, String) when is_binary(String) -> to_binary(mapped(F, String, []));
changed(F, String) when is_list(String) -> flat(mapped(F, String, []));
changed(_, Other) -> erlang:error({badarg, Other}).

mapped(F, String, Done) ->
    case F(String) of
        [Changed | Rest] -> mapped(F, Rest, [Changed | Done]);
        [] -> lists:reverse(Done);
        {error, Bad} -> erlang:error({badarg, Bad})
    end.

titlecase(String) ->
    case unicode_util:titlecase(String) of
        [First | Rest] when is_binary(String) -> to_binary([First, Rest]);
        [First | Rest] when is_list(First) -> First ++ rest_like([], Rest);
        [First | Rest] -> [First | rest_like([], Rest)];
        [] -> String;
        {error, Bad} -> erlang:error({badarg, Bad})
    end.

%% ---- Parts ----

slice(String, Start) -> slice(String, Start, infinity).

slice(String, Start, Length)
  when is_integer(Start), Start >= 0, (Length =:= infinity orelse (is_integer(Length) andalso Length >= 0)) ->
    Rest = drop_clusters(Start, String),
    case Length of
        infinity -> rest_like(String, Rest);
        _ -> like(String, take_clusters(Length, Rest, []))
    end.

%% Characters that are clusters by themselves, seen without a call.
-define(ALONE(C, D),
    is_integer(C), C > $\r, C < 16#300, is_integer(D), D >= 0, D < 16#300).

drop_clusters(0, String) -> String;
drop_clusters(N, [C | [D | _] = Rest]) when ?ALONE(C, D) -> drop_clusters(N - 1, Rest);
drop_clusters(N, String) ->
    case unicode_util:gc(String) of
        [_ | Rest] -> drop_clusters(N - 1, Rest);
        [] -> [];
        {error, Bad} -> erlang:error({badarg, Bad})
    end.

take_clusters(0, _, Taken) -> lists:reverse(Taken);
take_clusters(N, [C | [D | _] = Rest], Taken) when ?ALONE(C, D) ->
    take_clusters(N - 1, Rest, [C | Taken]);
take_clusters(N, String, Taken) ->
    case unicode_util:gc(String) of
        [Cluster | Rest] -> take_clusters(N - 1, Rest, [Cluster | Taken]);
        [] -> lists:reverse(Taken);
        {error, Bad} -> erlang:error({badarg, Bad})
    end.

pad(String, Length) -> pad(String, Length, trailing, $\s).
pad(String, Length, Where) -> pad(String, Length, Where, $\s).

pad(String, Length, Where, Char)
  when is_integer(Length), (Where =:= leading orelse Where =:= trailing orelse Where =:= both) ->
    Missing = max(0, Length - length(String)),
    case Where of
        trailing -> [String | lists:duplicate(Missing, Char)];
        leading -> [lists:duplicate(Missing, Char), String];
        both ->
            Half = lists:duplicate(Missing div 2, Char),
            [Half, String, Half | lists:duplicate(Missing rem 2, Char)]
    end.

trim(String) -> trim(String, both, ?WHITESPACE).
trim(String, Where) -> trim(String, Where, ?WHITESPACE).

trim(String, _, []) -> String;
trim(String, leading, Set) -> rest_like(String, skip(String, Set));
trim(String, trailing, Set) -> like(String, trim_end(to_graphemes(String), Set));
trim(String, both, Set) -> like(String, trim_end(to_graphemes(skip(String, Set)), Set)).

skip(String, Set) ->
    case unicode_util:gc(String) of
        [Cluster | Rest] ->
            case lists:member(Cluster, Set) of
                true -> skip(Rest, Set);
                false -> String
            end;
        [] -> [];
        {error, Bad} -> erlang:error({badarg, Bad})
    end.

trim_end(Clusters, Set) ->
    lists:reverse(lists:dropwhile(fun(C) -> lists:member(C, Set) end, lists:reverse(Clusters))).

chomp(String) -> trim(String, trailing, ["\r\n", $\n]).

take(String, Set) -> take(String, Set, false, leading).
take(String, Set, Complement) -> take(String, Set, Complement, leading).

take(String, Set, Complement, leading) ->
    {Taken, Rest} = lists:splitwith(in_set(Set, Complement), to_graphemes(String)),
    {like(String, Taken), like(String, Rest)};
take(String, Set, Complement, trailing) ->
    {Taken, Rest} = lists:splitwith(in_set(Set, Complement), lists:reverse(to_graphemes(String))),
    {like(String, lists:reverse(Rest)), like(String, lists:reverse(Taken))}.

in_set(Set, Complement) -> fun(C) -> lists:member(C, Set) =/= Complement end.

prefix(String, Prefix) ->
    case without_prefix(String, to_graphemes(Prefix)) of
        nomatch -> nomatch;
        Rest -> rest_like(String, Rest)
    end.

without_prefix(Rest, []) -> Rest;
without_prefix(String, [Cluster | Clusters]) ->
    case unicode_util:gc(String) of
        [Cluster | Rest] -> without_prefix(Rest, Clusters);
        _ -> nomatch
    end.

%% ---- Lexemes ----

lexemes(String, Separators) when is_list(Separators) ->
    [like(String, Lexeme) || Lexeme <- cut(to_graphemes(String), Separators)].

cut(Clusters, Separators) -> cut(Clusters, Separators, [], []).

cut([C | Rest], Separators, Lexeme, Done) ->
    case lists:member(C, Separators) of
        true when Lexeme =:= [] -> cut(Rest, Separators, [], Done);
        true -> cut(Rest, Separators, [], [lists:reverse(Lexeme) | Done]);
        false -> cut(Rest, Separators, [C | Lexeme], Done)
    end;
cut([], _, [], Done) -> lists:reverse(Done);
cut([], _, Lexeme, Done) -> lists:reverse(Done, [lists:reverse(Lexeme)]).

nth_lexeme(String, N, Separators) when is_integer(N), N > 0, is_list(Separators) ->
    Lexemes = lexemes(String, Separators),
    case N =< erlang:length(Lexemes) of
        true -> lists:nth(N, Lexemes);
        false -> like(String, [])
    end.

%% ---- Searching ----

find(String, Pattern) -> find(String, Pattern, leading).

find(String, Pattern, Direction) when Direction =:= leading; Direction =:= trailing ->
    case is_empty(Pattern) of
        true -> String;
        false ->
            case unicode_util:plain_find(String, Pattern, Direction) of
                undefined ->
                    case occurrence(String, to_graphemes(Pattern), Direction) of
                        {_, Found, _} -> rest_like(String, Found);
                        nomatch -> nomatch
                    end;
                Found -> Found
            end
    end.

%% {Clusters before, reversed; string from the match on; string after the match} or nomatch.
occurrence(String, Pattern, leading) -> first(String, Pattern, []);
occurrence(String, Pattern, trailing) -> last(String, Pattern, [], nomatch).

first(String, Pattern, Before) ->
    case without_prefix(String, Pattern) of
        nomatch ->
            case unicode_util:gc(String) of
                [Cluster | Rest] -> first(Rest, Pattern, [Cluster | Before]);
                [] -> nomatch;
                {error, Bad} -> erlang:error({badarg, Bad})
            end;
        After -> {Before, String, After}
    end.

last(String, Pattern, Before, Found) ->
    Found2 = case without_prefix(String, Pattern) of
                 nomatch -> Found;
                 After -> {Before, String, After}
             end,
    case unicode_util:gc(String) of
        [Cluster | Rest] -> last(Rest, Pattern, [Cluster | Before], Found2);
        [] -> Found2;
        {error, Bad} -> erlang:error({badarg, Bad})
    end.

split(String, Pattern) -> split(String, Pattern, leading).

split(String, Pattern, Where) ->
    case is_empty(Pattern) of
        true -> [String];
        false ->
            case unicode_util:plain_split(String, Pattern, Where) of
                undefined -> split_at(String, String, to_graphemes(Pattern), Where);
                Parts -> Parts
            end
    end.

split_at(Original, String, Pattern, all) ->
    case occurrence(String, Pattern, leading) of
        {Before, _, After} ->
            [like(Original, lists:reverse(Before)) | split_at(Original, After, Pattern, all)];
        nomatch -> [rest_like(Original, String)]
    end;
split_at(Original, String, Pattern, Where) ->
    case occurrence(String, Pattern, Where) of
        {Before, _, After} -> [like(Original, lists:reverse(Before)), rest_like(Original, After)];
        nomatch -> [String]
    end.

replace(String, Pattern, Replacement) -> replace(String, Pattern, Replacement, leading).

replace(String, Pattern, Replacement, Where) ->
    lists:join(Replacement, split(String, Pattern, Where)).

%% ---- Numbers ----

list_to_integer(String) when is_list(String) -> flat_number(to_integer(String), no_integer);
list_to_integer(_) -> {error, not_a_list}.

list_to_float(String) when is_list(String) -> flat_number(to_float(String), no_float);
list_to_float(_) -> {error, not_a_list}.

%% What is no character ends the number like any other character.
flat_number({error, _}, None) -> {error, None};
flat_number(Number, _) -> Number.

to_integer(String) ->
    try unicode:characters_to_list(String) of
        Chars when is_list(Chars) ->
            {Sign, Rest} = sign(Chars),
            case lists:splitwith(fun is_digit/1, Rest) of
                {[], _} -> {error, no_integer};
                {Digits, After} -> {erlang:list_to_integer(Sign ++ Digits), rest_like(String, After)}
            end;
        _ -> {error, badarg}
    catch
        error:_ -> {error, badarg}
    end.

to_float(String) ->
    try unicode:characters_to_list(String) of
        Chars when is_list(Chars) ->
            {Sign, Rest} = sign(Chars),
            case lists:splitwith(fun is_digit/1, Rest) of
                {[_ | _] = Whole, [Point | After]} when Point =:= $.; Point =:= $, ->
                    case lists:splitwith(fun is_digit/1, After) of
                        {[], _} -> {error, no_float};
                        {Fraction, After2} ->
                            {Exponent, After3} = exponent(After2),
                            Text = Sign ++ Whole ++ "." ++ Fraction ++ Exponent,
                            {erlang:list_to_float(Text), rest_like(String, After3)}
                    end;
                _ -> {error, no_float}
            end;
        _ -> {error, badarg}
    catch
        error:_ -> {error, badarg}
    end.

sign([$- | Rest]) -> {"-", Rest};
sign([$+ | Rest]) -> {"", Rest};
sign([16#2212 | Rest]) -> {"-", Rest};
sign(Rest) -> {"", Rest}.

is_digit(C) -> C >= $0 andalso C =< $9.

exponent([E | Rest]) when E =:= $e; E =:= $E ->
    {Sign, Digits0} = case Rest of
                          [$- | R] -> {"-", R};
                          [$+ | R] -> {"+", R};
                          _ -> {"", Rest}
                      end,
    case lists:splitwith(fun is_digit/1, Digits0) of
        {[], _} -> {"", [E | Rest]};
        {Digits, After} -> {"e" ++ Sign ++ Digits, After}
    end;
exponent(Rest) -> {"", Rest}.

%% Jaro's similarity: matching clusters within half the longer string's length, and how many are out of order.
jaro_similarity(A, B) ->
    As = to_graphemes(A),
    Bs = to_graphemes(B),
    case {erlang:length(As), erlang:length(Bs)} of
        {0, 0} -> 1.0;
        {0, _} -> 0.0;
        {_, 0} -> 0.0;
        {LA, LB} ->
            Window = max(0, max(LA, LB) div 2 - 1),
            {MatchedA, Left} = jaro_matches(As, 0, lists:enumerate(0, Bs), Window, []),
            case erlang:length(MatchedA) of
                0 -> 0.0;
                M ->
                    Used = [C || {I, C} <- lists:enumerate(0, Bs), not lists:keymember(I, 1, Left)],
                    T = erlang:length([x || {X, Y} <- lists:zip(MatchedA, Used), X =/= Y]) / 2,
                    (M / LA + M / LB + (M - T) / M) / 3
            end
    end.

jaro_matches([C | Rest], I, Left, Window, Matched) ->
    case [J || {J, D} <- Left, D =:= C, abs(J - I) =< Window] of
        [J | _] -> jaro_matches(Rest, I + 1, lists:keydelete(J, 1, Left), Window, [C | Matched]);
        [] -> jaro_matches(Rest, I + 1, Left, Window, Matched)
    end;
jaro_matches([], _, Left, _, Matched) -> {lists:reverse(Matched), Left}.

%% ---- The older functions, on flat lists of characters ----

len(String) -> erlang:length(String).
concat(A, B) -> A ++ B.

chr(String, C) when is_integer(C) -> index_of(String, C, 1).

index_of([C | _], C, I) -> I;
index_of([_ | Rest], C, I) -> index_of(Rest, C, I + 1);
index_of([], _, _) -> 0.

rchr(String, C) when is_integer(C) -> last_index_of(String, C, 1, 0).

last_index_of([C | Rest], C, I, _) -> last_index_of(Rest, C, I + 1, I);
last_index_of([_ | Rest], C, I, Last) -> last_index_of(Rest, C, I + 1, Last);
last_index_of([], _, _, Last) -> Last.

%% An empty text is found nowhere.
str(_, []) -> 0;
str(String, Sub) when is_list(Sub) -> find_sub(String, Sub, 1).

find_sub([_ | Rest] = String, Sub, I) ->
    case lists:prefix(Sub, String) of
        true -> I;
        false -> find_sub(Rest, Sub, I + 1)
    end;
find_sub([], _, _) -> 0.

rstr(_, []) -> 0;
rstr(String, Sub) when is_list(Sub) -> find_last_sub(String, Sub, 1, 0).

find_last_sub([_ | Rest] = String, Sub, I, Last) ->
    case lists:prefix(Sub, String) of
        true -> find_last_sub(Rest, Sub, I + 1, I);
        false -> find_last_sub(Rest, Sub, I + 1, Last)
    end;
find_last_sub([], _, _, Last) -> Last.

span(String, Chars) when is_list(String), is_list(Chars) -> erlang:length(lists:takewhile(fun(C) -> lists:member(C, Chars) end, String)).
cspan(String, Chars) when is_list(String), is_list(Chars) -> erlang:length(lists:takewhile(fun(C) -> not lists:member(C, Chars) end, String)).

substr(String, 1) when is_list(String) -> String;
substr(String, Start) when is_integer(Start), Start > 1 -> lists:nthtail(Start - 1, String).

substr(String, Start, Length) when is_integer(Start), Start >= 1, is_integer(Length), Length >= 0 ->
    lists:sublist(substr(String, Start), Length).

sub_string(String, Start) -> substr(String, Start).
sub_string(String, Start, Stop) -> substr(String, Start, Stop - Start + 1).

tokens(String, Separators) -> cut(String, Separators).

words(String) -> words(String, $\s).
%% There is always one word, if an empty one.
words(String, Char) when is_integer(Char) -> max(1, erlang:length(tokens(String, [Char]))).

sub_word(String, Index) -> sub_word(String, Index, $\s).
sub_word(String, Index, Char) when is_integer(Index), is_integer(Char) ->
    Words = tokens(String, [Char]),
    case Index =< erlang:length(Words) of
        true -> lists:nth(Index, Words);
        false -> []
    end.

strip(String) -> strip(String, both).
strip(String, Where) -> strip(String, Where, $\s).

strip(String, left, Char) when is_integer(Char) -> lists:dropwhile(fun(C) -> C =:= Char end, String);
strip(String, right, Char) when is_integer(Char) -> trim_end(String, [Char]);
strip(String, both, Char) when is_integer(Char) -> strip(strip(String, left, Char), right, Char).

left(String, Length) when is_integer(Length) -> left(String, Length, $\s).
left(String, Length, Char) when is_integer(Length), is_integer(Char) ->
    Missing = Length - erlang:length(String),
    case Missing >= 0 of
        true -> String ++ chars(Char, Missing);
        false -> lists:sublist(String, Length)
    end.

right(String, Length) when is_integer(Length) -> right(String, Length, $\s).
right(String, Length, Char) when is_integer(Length), is_integer(Char) ->
    Missing = Length - erlang:length(String),
    case Missing >= 0 of
        true -> chars(Char, Missing, String);
        false -> lists:nthtail(-Missing, String)
    end.

centre(String, Length) when is_integer(Length) -> centre(String, Length, $\s).
centre(String, 0, Char) when is_list(String), is_integer(Char) -> [];
centre(String, Length, Char) when is_integer(Length), is_integer(Char) ->
    Missing = Length - erlang:length(String),
    case Missing > 0 of
        true ->
            Left = Missing div 2,
            chars(Char, Left, String ++ chars(Char, Missing - Left));
        false -> substr(String, -Missing div 2 + 1, Length)
    end.

copies(String, N) when is_list(String), is_integer(N), N >= 0 ->
    lists:append(lists:duplicate(N, String)).

chars(Char, N) -> chars(Char, N, []).
chars(Char, N, Tail) when is_integer(Char), is_integer(N), N >= 0 -> lists:duplicate(N, Char) ++ Tail.

join([], Separator) when is_list(Separator) -> [];
join([First | Rest], Separator) -> First ++ lists:append([Separator ++ String || String <- Rest]).

to_lower(String) when is_list(String) -> [lower(C) || C <- String];
to_lower(Char) when is_integer(Char) -> lower(Char).

to_upper(String) when is_list(String) -> [upper(C) || C <- String];
to_upper(Char) when is_integer(Char) -> upper(Char).

%% ISO 8859-1 only, as documented.
lower(C) when C >= $A, C =< $Z; C >= 16#C0, C =< 16#D6; C >= 16#D8, C =< 16#DE -> C + 32;
lower(C) -> C.

upper(C) when C >= $a, C =< $z; C >= 16#E0, C =< 16#F6; C >= 16#F8, C =< 16#FE -> C - 32;
upper(C) -> C.
