-module(head_mismatch).
-export([a/1]).
a(1) -> 1;
b(2) -> 2.
a(1) -> 1;
a(2, 3) -> 2.
