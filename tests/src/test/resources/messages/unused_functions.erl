-module(unused_functions).
-export([a/0]).
-import(lists, [map/2, foldl/3]).
a() -> b().
b() -> c().
c() -> ok.
d() -> e().
e() -> d().
f() -> f().
