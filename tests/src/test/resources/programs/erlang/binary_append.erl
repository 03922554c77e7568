%% A binary grown by a byte at a time, then read back a byte at a time.
-module(binary_append).
-export([main/1]).

main([]) -> main(["20000"]);
main([Text]) ->
    Binary = append(list_to_integer(Text), <<>>),
    io:format("~p ~p~n", [byte_size(Binary), parse(Binary, 0)]).

append(0, Acc) -> Acc;
append(N, Acc) -> append(N - 1, <<Acc/binary, (N band 255)>>).

parse(<<Byte, Rest/binary>>, Sum) -> parse(Rest, (Sum * 3 + Byte) band 16#FFFFFF);
parse(<<>>, Sum) -> Sum.
