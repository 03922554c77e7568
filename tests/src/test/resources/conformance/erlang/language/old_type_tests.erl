-module(old_type_tests).
-export([main/0]).
-record(point, {x}).
main() ->
    Terms = [a, 1, 2.5, "s", {t}, #point{x = 1}, <<1>>, fun kind/1, self(), make_ref(), #{}],
    io:format("~p~n", [[kind(T) || T <- Terms]]),
    io:format("~p~n", [[T || T <- [a, 1, b, 2.0], atom(T)]]),
    io:format("~p~n", [[T || T <- [a, 1, b, 2.0], float(T)]]),
    io:format("~p~n", [if integer(hd([1])), 1 < 2 -> yes; true -> no end]).
kind(X) when atom(X) -> atom;
kind(X) when integer(X) -> integer;
kind(X) when float(X) -> float;
kind(X) when record(X, point) -> point;
kind(X) when list(X); tuple(X) -> compound;
kind(X) when binary(X) -> binary;
kind(X) when function(X) -> function;
kind(X) when pid(X) -> pid;
kind(X) when reference(X) -> reference;
kind(_) -> other.
%% expect: [atom,integer,float,compound,compound,point,binary,function,pid,reference,
%% expect:  other]
%% expect: [a,b]
%% expect: [2.0]
%% expect: yes
