-module(undefined_macros).
-export([]).
-define(TWO(X, Y), {X, Y}).
a() -> ?NOSUCH(1, {2, 3}).
b() -> ?NOSUCH().
c() -> ?NOSUCH.
d() -> ?NOSUCH(1, ).
e() -> ?NOSUCH (a), ok.
f() -> ?TWO(1, ).
g() -> ?TWO(, 1).
h() -> ?TWO(1, 2, 3).
i() -> ?TWO.
