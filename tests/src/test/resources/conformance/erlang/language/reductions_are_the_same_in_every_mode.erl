%% reductions: 43010
%% Calls, tail calls, turns of loops, funs, messages, an error on the way.
-module(reductions_are_the_same_in_every_mode).
-export([main/0, even/1]).

main() ->
  Self = self(),
  Pid = spawn(fun() -> server(0, Self) end),
  [Pid ! N || N <- lists:seq(1, 500)],
  Pid ! done,
  Total = receive T -> T end,
  io:format("~p~n", [{Total, fib(15), even(10001), sum(20000, 0), sum(100, 0.5), length(body(3000)),
    catch fails(5000), [(fun(X) -> X * X end)(X) || X <- [1, 2, 3]]}]).

server(Sum, To) ->
  receive
    done -> To ! Sum;
    N -> server(Sum + N, To)
  end.

fib(N) when N < 2 -> N;
fib(N) -> fib(N - 1) + fib(N - 2).

even(0) -> true;
even(N) -> odd(N - 1).

odd(0) -> false;
odd(N) -> ?MODULE:even(N - 1).

sum(0, Acc) -> Acc;
sum(N, Acc) -> sum(N - 1, Acc + N).

body(0) -> [];
body(N) -> [N | body(N - 1)].

fails(10) -> throw(ten);
fails(N) -> fails(N - 1).
%% expect: {125250,610,false,200010000,5050.5,3000,ten,[1,4,9]}
