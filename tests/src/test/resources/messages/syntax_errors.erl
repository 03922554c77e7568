-module(syntax_errors).
-export([a/0, b/0, c/0, d/0]).
a() -> 1 +.
b() -> [1, 2.
c() -> case x of end.
d() -> foo(.
e() -> "abc
def", ok.
f() -> {a, b)}.
g() -> fun(X) -> X.
h() -> if a -> 1; end.
i() -> ok
j() -> ok.
k() -> end.
l() -> X = = 1.
m() -> #{a = 1}.
n() -> try 1.
o() -> 1 2.
