-module(bifs).
-export([length/1, a/1, spawn/1]).
length(X) -> X.
a(X) -> length(X), abs(X), spawn(X), atom_to_list(X, X, X), halt(1, 2, 3).
spawn(X) -> X.
abs(X) -> X.
