-module(record_defaults).
-export([a/0]).
-record(r, {one = one(), two = fun two/0}).
a() -> #r{}.
one() -> other().
two() -> 2.
other() -> 1.
unused() -> 3.
