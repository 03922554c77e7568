-module(records).
-export([a/1, b/1]).
-record(r, {a, b = 1}).
-record(unused, {x}).
a(X) -> {X#r.c, X#nosuch.a, #r{d = 1}, X#r{e = 1}, #r.f, #nosuch{}, #r{a = 1, a = 2}}.
b(#r{a = A}) -> {A, record_info(fields, nosuch), record_info(foo, r), is_record(A, nosuch)}.
