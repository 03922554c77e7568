-module(chain).
-export([build/1, pass/1, through/1]).

%% A chain of that many processes; the pid of its first.
build(Count) -> build(Count, self()).

build(0, Next)     -> Next;
build(Count, Next) -> build(Count - 1, spawn(?MODULE, pass, [Next])).

pass(Next) -> receive {pass, N} -> Next ! {pass, N + 1}, pass(Next) end.

through(First) ->
    First ! {pass, 0},
    receive {pass, Hops} -> Hops end.
