%% Internet addresses as texts: the functions of OTP's kernel manual, module inet, that need no network.
-module(inet).

-export([parse_address/1, parse_strict_address/1, parse_ipv4_address/1, parse_ipv4strict_address/1, parse_ipv6_address/1,
         parse_ipv6strict_address/1, ntoa/1, is_ip_address/1, is_ipv4_address/1, is_ipv6_address/1]).

-export_type([ip4_address/0, ip6_address/0, ip_address/0, port_number/0, hostname/0]).

-type ip4_address() :: {0..255, 0..255, 0..255, 0..255}.
-type ip6_address() :: {0..65535, 0..65535, 0..65535, 0..65535, 0..65535, 0..65535, 0..65535, 0..65535}.
-type ip_address() :: ip4_address() | ip6_address().
-type port_number() :: 0..65535.
-type hostname() :: atom() | string().

parse_address(Text) -> either(Text, fun parse_ipv4_address/1, fun parse_ipv6_address/1).
parse_strict_address(Text) -> either(Text, fun parse_ipv4strict_address/1, fun parse_ipv6strict_address/1).

either(Text, First, Second) ->
    case First(Text) of
        {error, einval} -> Second(Text);
        Found -> Found
    end.

parse_ipv4_address(Text) -> parsed(Text, fun short4/1).
parse_ipv4strict_address(Text) -> parsed(Text, fun strict4/1).
parse_ipv6strict_address(Text) -> parsed(Text, fun strict6/1).

%% An address of version 4 is one of version 6, too.
parse_ipv6_address(Text) ->
    case parse_ipv6strict_address(Text) of
        {error, einval} ->
            case parse_ipv4_address(Text) of
                {ok, {A, B, C, D}} -> {ok, {0, 0, 0, 0, 0, 16#FFFF, A bsl 8 bor B, C bsl 8 bor D}};
                Error -> Error
            end;
        Found -> Found
    end.

parsed(Text, Parse) ->
    try {ok, Parse(Text)}
    catch error:_ -> {error, einval}
    end.

strict4(Text) ->
    [_, _, _, _] = Parts = [decimal(Part) || Part <- parts(Text, $.)],
    true = lists:all(fun(Part) -> Part =< 255 end, Parts),
    list_to_tuple(Parts).

%% The last part stands for all that is left, as in BSD.
short4(Text) ->
    Parts = [number(Part) || Part <- parts(Text, $.)],
    Last = lists:last(Parts),
    First = lists:droplast(Parts),
    true = lists:all(fun(Part) -> Part =< 255 end, First),
    Bytes = 4 - length(First),
    true = Bytes > 0 andalso Last < 1 bsl (8 * Bytes),
    <<A, B, C, D>> = iolist_to_binary([First, <<Last:(8 * Bytes)>>]),
    {A, B, C, D}.

number([$0, X | Digits]) when X =:= $x; X =:= $X -> unsigned(Digits, 16);
number([$0 | [_ | _] = Digits]) -> unsigned(Digits, 8);
number(Digits) -> unsigned(Digits, 10).

decimal([$0, _ | _]) -> erlang:error(badarg);
decimal(Digits) -> unsigned(Digits, 10).

unsigned([C | _] = Digits, Base) when C =/= $-, C =/= $+ -> list_to_integer(Digits, Base).

parts(Text, Separator) -> parts(Text, Separator, []).

parts([Separator | Rest], Separator, Part) -> [lists:reverse(Part) | parts(Rest, Separator, [])];
parts([C | Rest], Separator, Part) -> parts(Rest, Separator, [C | Part]);
parts([], _, Part) -> [lists:reverse(Part)].

strict6(Text) ->
    {Address, _Zone} = lists:splitwith(fun(C) -> C =/= $% end, Text),
    case string:split(Address, "::") of
        [Whole] ->
            [_, _, _, _, _, _, _, _] = Words = words(Whole),
            list_to_tuple(Words);
        [Before, After] ->
            First = words(Before),
            Last = words(After),
            Zeros = 8 - length(First) - length(Last),
            true = Zeros > 0,
            list_to_tuple(First ++ lists:duplicate(Zeros, 0) ++ Last)
    end.

words([]) -> [];
words(Text) ->
    Parts = parts(Text, $:),
    Last = lists:last(Parts),
    case lists:member($., Last) of
        true ->
            {A, B, C, D} = strict4(Last),
            [word(Part) || Part <- lists:droplast(Parts)] ++ [A bsl 8 bor B, C bsl 8 bor D];
        false -> [word(Part) || Part <- Parts]
    end.

word([C | _] = Digits) when length(Digits) =< 4, C =/= $-, C =/= $+ -> list_to_integer(Digits, 16).

is_ip_address(Address) -> is_ipv4_address(Address) orelse is_ipv6_address(Address).

is_ipv4_address({_, _, _, _} = Address) -> all_below(Address, 256);
is_ipv4_address(_) -> false.

is_ipv6_address({_, _, _, _, _, _, _, _} = Address) -> all_below(Address, 65536);
is_ipv6_address(_) -> false.

all_below(Address, Limit) ->
    lists:all(fun(Part) -> is_integer(Part) andalso Part >= 0 andalso Part < Limit end, tuple_to_list(Address)).

ntoa(Address) ->
    case {is_ipv4_address(Address), is_ipv6_address(Address)} of
        {true, _} -> lists:append(lists:join(".", [integer_to_list(Part) || Part <- tuple_to_list(Address)]));
        {_, true} -> text6(tuple_to_list(Address));
        _ -> {error, einval}
    end.

text6([0, 0, 0, 0, 0, 0, 0, 0]) -> "::";
text6([0, 0, 0, 0, 0, 0, 0, 1]) -> "::1";
text6([0, 0, 0, 0, 0, 0, A, B]) -> "::" ++ dotted(A, B);
text6([0, 0, 0, 0, 0, 16#FFFF = F, A, B]) -> "::" ++ hexadecimal(F) ++ ":" ++ dotted(A, B);
text6(Words) ->
    %% The longest run of zeros is left out, the first of those.
    case longest(Words, 0, 0, 0, 0, 0) of
        {_, Length} when Length < 2 -> joined(Words);
        {At, Length} ->
            {Before, Rest} = lists:split(At, Words),
            joined(Before) ++ "::" ++ joined(lists:nthtail(Length, Rest))
    end.

longest([0 | Rest], At, From, Length, Best, BestLength) ->
    Start = case Length of
                0 -> At;
                _ -> From
            end,
    case Length + 1 > BestLength of
        true -> longest(Rest, At + 1, Start, Length + 1, Start, Length + 1);
        false -> longest(Rest, At + 1, Start, Length + 1, Best, BestLength)
    end;
longest([_ | Rest], At, _, _, Best, BestLength) -> longest(Rest, At + 1, 0, 0, Best, BestLength);
longest([], _, _, _, Best, BestLength) -> {Best, BestLength}.

dotted(A, B) -> ntoa({A bsr 8, A band 255, B bsr 8, B band 255}).

joined(Words) -> lists:append(lists:join(":", [hexadecimal(Word) || Word <- Words])).

hexadecimal(Word) -> string:lowercase(integer_to_list(Word, 16)).
