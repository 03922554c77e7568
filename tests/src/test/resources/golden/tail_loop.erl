-module(tail_loop).
-export([loop/2]).

loop(0, Acc) -> Acc;
loop(N, Acc) -> loop(N - 1, Acc + N).
