-module(maps_and_comprehensions).
-export([a/1]).
a(X) -> #{a := 1}, #{a => 1, a => 2}, X#{b := 1, c => 2}, [Y || Z <- X], [Z || Z <- Y, Y <- X], #{A => 1}.
