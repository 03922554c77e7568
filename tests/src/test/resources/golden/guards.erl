-module(guards).
-export([f/1]).

f(X) when is_list(X), length(X) > 2; X =:= none -> yes;
f(X) when X > 1 andalso X < 5 -> inside;
f(_) -> no.
