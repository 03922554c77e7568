-module(clauses).
-export([kind/1]).

kind({ok, Value}) when is_integer(Value) -> {integer, Value};
kind({ok, _}) -> other;
kind({error, Reason}) -> Reason;
kind([]) -> empty;
kind([X | _]) -> X;
kind(a) -> 1;
kind(b) -> 2;
kind(3) -> three.
