-module(binaries).
-export([main/0]).
% reductions: 2244
main() ->
  B = << <<X>> || X <- lists:seq(1, 200) >>,
  io:format("~p~n", [sum(binary:copy(B, 10), 0)]).
sum(<<X, R/binary>>, S) -> sum(R, S + X);
sum(<<>>, S) -> S.
%% expect: 201000
