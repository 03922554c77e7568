% limit: reductions=1M
-module(reductions_on_the_way_back).
-export([main/0]).
main() -> spin(lists:seq(1, 300000)).
spin([]) -> 0;
spin([H | T]) -> N = spin(T), wait(5), N + H.
wait(0) -> ok;
wait(N) -> wait(N - 1).
%% expect kill: reductions
