%% Binaries: construction, matching of a made-up packet format, bit fields, comprehension, append, parsing.
-module(binaries).
-export([main/1]).

main([]) -> main(["2000"]);
main([Text]) ->
    Packet = <<4:4, 5:4, 1234:16, 1:1, 0:1, 13:14/little, 3.5:64/float, "payload">>,
    io:format("~p~n", [Packet]),
    <<Version:4, Header:4, Length:16, Flag:1, _:1, Little:14/little, F:64/float, Rest/binary>> = Packet,
    io:format("~p ~p ~p ~p ~p ~p ~p~n", [Version, Header, Length, Flag, Little, F, Rest]),
    io:format("~p~n", [frames(<<3, "abc", 0, 5, "hello", 9, "short">>, [])]),
    io:format("~p~n", [<<<<(X + 1)>> || <<X>> <= <<1, 2, 3>>>>]),
    io:format("~p~n", [[X || <<X:4>> <= <<16#12, 16#AB>>]]),
    io:format("~p~n", [<<1:3, 2:7>>]),
    io:format("~p ~p~n", [bit_size(<<1:3, 2:7>>), byte_size(<<1:3, 2:7>>)]),
    io:format("~p~n", [<<-1:16/signed, 258:16/little, 16#3FF:10, 0:6>>]),
    <<S:8/signed, U:8/unsigned>> = <<255, 255>>,
    io:format("~p ~p~n", [S, U]),
    io:format("~p~n", [<<"caf", 233/utf8, 16#1F319/utf8>>]),
    <<Moon/utf8>> = <<240, 159, 140, 153>>,
    io:format("~p~n", [Moon]),
    N = list_to_integer(Text),
    Long = append(N, <<>>),
    io:format("~p ~p~n", [byte_size(Long), binary:part(Long, byte_size(Long) - 9, 9)]),
    io:format("~p~n", [sum(Long, 0)]),
    io:format("~p~n", [binary:split(<<"a,b,,c">>, <<",">>, [global])]),
    io:format("~p~n", [try <<X2:8, _/binary>> = <<>>, X2 catch error:E -> E end]),
    Size = 3,
    <<Head:Size/binary, Tail/bits>> = <<"abcdef">>,
    io:format("~p ~p~n", [Head, Tail]),
    io:format("~p~n", [checksum(Long, 1, 0)]).

frames(<<Length, Frame:Length/binary, Rest/binary>>, Acc) -> frames(Rest, [Frame | Acc]);
frames(Rest, Acc) -> {lists:reverse(Acc), Rest}.

append(0, Acc) -> Acc;
append(N, Acc) -> append(N - 1, <<Acc/binary, (integer_to_binary(N))/binary, $,>>).

sum(<<>>, Total) -> Total;
sum(Binary, Total) ->
    {Number, Rest} = number(Binary, 0),
    sum(Rest, Total + Number).

number(<<C, Rest/binary>>, Acc) when C >= $0, C =< $9 -> number(Rest, Acc * 10 + C - $0);
number(<<$,, Rest/binary>>, Acc) -> {Acc, Rest}.

checksum(<<Byte, Rest/binary>>, A, B) ->
    A1 = (A + Byte) rem 65521,
    checksum(Rest, A1, (B + A1) rem 65521);
checksum(<<>>, A, B) -> (B bsl 16) bor A.
