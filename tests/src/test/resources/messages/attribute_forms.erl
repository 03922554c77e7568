-module(attribute_forms).
-export(f/0).
-export([f/x, f/1]).
-export(["f"/1]).
-export([f | g]).
-export([f/1], more).
-import(lists, map).
-import("lists", [map/2]).
-record(r).
-record("r", {a}).
-record(r, [a]).
-record(r, {a, {b}}).
-record(r, {a, b = }).
-type foo(a) :: integer().
-type Foo() :: integer().
-type foo() = integer().
-type foo(_) :: integer().
-spec f.
-foo.
-foo(a, b).
-foo(fun() -> ok end).
-foo(X).
-(foo).
-"foo".
f(g(X)) -> X.
f(case X of Y -> Y end) -> X.
f(fun() -> ok end) -> X.
f(A andalso B) -> A.
f([g(1)]) -> a.
g(X) -> @, X.
h(X) -> 1.0e999, X.
i(X) -> fun(X + 1, catch X) -> ok end.
