-module(redefinitions).
-export([a/0]).
-record(r, {a, b, a}).
-record(r, {c}).
-define(M, 1).
-define(M, 2).
-type t() :: a.
-type t() :: b.
-spec a() -> ok.
-spec a() -> ok.
a() -> ?M.
b() -> 1.
a() -> 2.
-spec nothere() -> ok.
