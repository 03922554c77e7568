-module(binary_matching).
-export([parse/1]).

parse(<<Length:16, Body:Length/binary, Rest/binary>>) -> {Body, Rest};
parse(<<0, Rest/bits>>) -> Rest;
parse(<<>>) -> done.
