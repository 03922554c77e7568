-module(body_recursion).
-export([map/2]).

map(_, []) -> [];
map(F, [X | Rest]) -> [F(X) | map(F, Rest)].
