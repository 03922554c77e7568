-module(reductions_in_try_and_after).
-export([main/0]).
% limit: reductions=100000
main() ->
  try loop()
  catch _:_ -> io:format("caught~n")
  after io:format("after~n")
  end.
loop() -> loop().
% expect kill: reductions
