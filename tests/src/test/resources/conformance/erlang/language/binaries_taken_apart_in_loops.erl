-module(binaries_taken_apart_in_loops).
-export([main/0]).
main() ->
    io:format("~p~n", [sum(<<1, 2, 3, 250>>, 0)]),
    io:format("~p~n", [sum(binary:part(<<9, 9, 1, 2, 3, 9>>, 2, 3), 0)]),
    io:format("~p~n", [failing(fun() -> sum(<<1, 2, 3:4>>, 0) end)]),
    io:format("~p~n", [failing(fun() -> strict(<<1, 2, 200, 3>>, 0) end)]),
    io:format("~p~n", [words(<<"one two  three">>)]),
    io:format("~p~n", [tails(<<1, 2, 3>>, [])]),
    io:format("~p~n", [wholes(<<1, 2, 3>>, [])]),
    io:format("~p~n", [until(<<"key=value=more">>, <<>>)]),
    io:format("~p~n", [bits(<<2#10110011, 2#101:3>>, [])]),
    io:format("~p~n", [odd(<<1:1, 2:5, 3:5, 4:5>>, [])]),
    io:format("~p~n", [in_turn(<<1, 3, 5>>, <<2, 4>>, [])]),
    io:format("~p~n", [both(<<1, 2, 3>>, <<4, 5, 6>>, 0)]),
    io:format("~p~n", [twice(<<1, 2, 3, 4>>, [])]),
    io:format("~p~n", [again(<<1, 2, 3, 4, 5>>, [])]),
    io:format("~p~n", [guarded(<<1, 5, 2, 7>>, [])]),
    io:format("~p~n", [skipping(<<0, 1, 0, 2, 2:16, 3>>, [])]),
    io:format("~p~n", [list(<<1, 2, 3>>)]),
    io:format("~p~n", [caught(<<1, 0, 2>>, [])]),
    io:format("~p~n", [[F() || F <- funs(<<1, 2>>, [])]]),
    io:format("~p~n", [integers(<<-1:8, 16#8001:16, -2:16/little, 1:24, -3:32, 5:64, -6:64, 7:12, -8:4>>)]),
    io:format("~p~n", [sum(<<"growing past a word">>, 1 bsl 62)]),
    io:format("~p~n", [kinds(<<1, 2>>, start)]),
    io:format("~p~n", [utf(<<"aä€😀"/utf8, 16#C0>>, [])]).
failing(F) ->
    try F() catch error:E:Trace -> [{_, Name, Arguments, _} | _] = Trace, {E, Name, Arguments} end.
sum(<<X, Rest/binary>>, Sum) -> sum(Rest, Sum + X);
sum(<<>>, Sum) -> Sum.
strict(<<X, Rest/binary>>, Sum) when X < 100 -> strict(Rest, Sum + X).
words(Text) -> words(Text, <<>>, []).
words(<<$\s, Rest/binary>>, <<>>, Words) -> words(Rest, <<>>, Words);
words(<<$\s, Rest/binary>>, Word, Words) -> words(Rest, <<>>, [Word | Words]);
words(<<C, Rest/binary>>, Word, Words) -> words(Rest, <<Word/binary, C>>, Words);
words(<<>>, Word, Words) -> lists:reverse(Words, [Word]).
tails(<<_, Rest/binary>>, Tails) -> tails(Rest, [Rest | Tails]);
tails(End, Tails) -> {End, Tails}.
wholes(<<_, Rest/binary>> = Whole, Wholes) -> wholes(Rest, [Whole, byte_size(Whole) | Wholes]);
wholes(Other, Wholes) -> {Other, Wholes}.
until(<<$=, Rest/binary>>, Before) -> {Before, Rest};
until(<<C, Rest/binary>>, Before) -> until(Rest, <<Before/binary, C>>).
bits(<<B:1, Rest/bits>>, Bits) -> bits(Rest, [B | Bits]);
bits(<<>>, Bits) -> lists:reverse(Bits).
odd(<<X:5, Rest/bits>>, Found) -> odd(Rest, [X | Found]);
odd(Rest, Found) -> {Rest, Found}.
in_turn(<<X, Rest/binary>>, Other, Found) -> in_turn(Other, Rest, [X | Found]);
in_turn(<<>>, Other, Found) -> {Other, lists:reverse(Found)}.
both(<<X, A/binary>>, <<Y, B/binary>>, Sum) -> both(A, B, Sum + X * Y);
both(<<>>, <<>>, Sum) -> Sum.
twice(<<X, Rest/binary>> = All, Found) ->
    Next = case All of <<_, Y, _/binary>> -> Y; _ -> none end,
    twice(Rest, [{X, Next} | Found]);
twice(<<>>, Found) -> lists:reverse(Found).
again(<<X, Rest/binary>> = All, Found) when X rem 2 =:= 0 -> again(Rest, [All | Found]);
again(<<X, Rest/binary>>, Found) -> again(Rest, [X | Found]);
again(<<>>, Found) -> lists:reverse(Found).
guarded(<<X, Rest/binary>>, Found) when X > 4, byte_size(Rest) > 0 -> guarded(Rest, [big | Found]);
guarded(<<_, Rest/binary>>, Found) -> guarded(Rest, [small | Found]);
guarded(<<>>, Found) -> Found.
skipping(<<N, _:N/binary, Rest/binary>>, Found) -> skipping(Rest, [N | Found]);
skipping(Rest, Found) -> {Rest, Found}.
list(<<X, Rest/binary>>) -> [X | list(Rest)];
list(<<>>) -> [].
caught(<<X, Rest/binary>>, Found) ->
    Value = try 10 div X catch error:badarith -> {failed, Rest} end,
    caught(Rest, [Value | Found]);
caught(<<>>, Found) -> lists:reverse(Found).
funs(<<X, Rest/binary>> = All, Funs) -> funs(Rest, [fun() -> {X, All, Rest} end | Funs]);
funs(<<>>, Funs) -> Funs.
integers(<<A/signed, B:16, C:16/little-signed, D:24, E:32/signed, F:64, G:64/signed, H:12, I:4/signed>>) ->
    [A, B, C, D, E, F, G, H, I].
kinds(<<_, Rest/binary>>, start) -> kinds(Rest, [a, list]);
kinds(<<_, Rest/binary>>, [_ | _]) -> kinds(Rest, {tuple});
kinds(<<>> = Rest, {tuple} = Last) -> kinds(Last, Rest);
kinds(Last, <<>>) -> Last.
utf(<<C/utf8, Rest/binary>>, Found) -> utf(Rest, [C | Found]);
utf(Rest, Found) -> {Rest, Found}.
%% expect: 256
%% expect: 6
%% expect: {function_clause,sum,[<<1,2,3:4>>,0]}
%% expect: {function_clause,strict,[<<200,3>>,3]}
%% expect: [<<"one">>,<<"two">>,<<"three">>]
%% expect: {<<>>,[<<>>,<<3>>,<<2,3>>]}
%% expect: {<<>>,[<<3>>,1,<<2,3>>,2,<<1,2,3>>,3]}
%% expect: {<<"key">>,<<"value=more">>}
%% expect: [1,0,1,1,0,0,1,1,1,0,1]
%% expect: {<<0:1>>,[18,1,17]}
%% expect: {<<>>,[1,2,3,4,5]}
%% expect: 32
%% expect: [{1,2},{2,3},{3,4},{4,none}]
%% expect: [1,<<2,3,4,5>>,3,<<4,5>>,5]
%% expect: [small,small,big,small]
%% expect: {<<3>>,[2,1,0]}
%% expect: [1,2,3]
%% expect: [10,{failed,<<2>>},5]
%% expect: [{2,<<2>>,<<>>},{1,<<1,2>>,<<2>>}]
%% expect: [-1,32769,-2,1,-3,5,-6,7,-8]
%% expect: 4611686018427389746
%% expect: {tuple}
%% expect: {<<"À">>,[128512,8364,228,97]}
