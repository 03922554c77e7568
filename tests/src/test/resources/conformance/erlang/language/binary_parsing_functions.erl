-module(binary_parsing_functions).
-export([main/0]).
main() ->
    io:format("~p~n", [words(<<"the quick  brown fox">>)]),
    io:format("~p~n", [tlv(<<1, 2, "ab", 2, 0, 3, 1, "c">>)]),
    io:format("~p~n", [bits(<<2#10110:5>>)]),
    io:format("~p~n", [utf(<<"aé€🌙"/utf8>>)]),
    io:format("~p~n", [kind(<<>>)]),
    io:format("~p~n", [kind(<<"GET /">>)]),
    io:format("~p~n", [kind(<<0, 1, 2>>)]),
    io:format("~p~n", [hex(<<222, 173>>)]).
words(B) -> words(B, <<>>, []).
words(<<>>, <<>>, Acc) -> lists:reverse(Acc);
words(<<>>, W, Acc) -> lists:reverse([W | Acc]);
words(<<$\s, R/binary>>, <<>>, Acc) -> words(R, <<>>, Acc);
words(<<$\s, R/binary>>, W, Acc) -> words(R, <<>>, [W | Acc]);
words(<<C, R/binary>>, W, Acc) -> words(R, <<W/binary, C>>, Acc).
tlv(<<T, L, V:L/binary, R/binary>>) -> [{T, V} | tlv(R)];
tlv(<<>>) -> [].
bits(<<B:1, R/bits>>) -> [B | bits(R)];
bits(<<>>) -> [].
utf(<<C/utf8, R/binary>>) -> [C | utf(R)];
utf(<<>>) -> [].
kind(<<"GET ", _/binary>>) -> get;
kind(<<0:8, Rest/binary>>) when byte_size(Rest) > 1 -> {zero, Rest};
kind(<<>>) -> empty;
kind(_) -> unknown.
hex(B) -> <<<<(digit(N))>> || <<N:4>> <= B>>.
digit(N) when N < 10 -> $0 + N;
digit(N) -> $a + N - 10.
%% expect: [<<"the">>,<<"quick">>,<<"brown">>,<<"fox">>]
%% expect: [{1,<<"ab">>},{2,<<>>},{3,<<"c">>}]
%% expect: [1,0,1,1,0]
%% expect: [97,233,8364,127769]
%% expect: empty
%% expect: get
%% expect: {zero,<<1,2>>}
%% expect: <<"dead">>
