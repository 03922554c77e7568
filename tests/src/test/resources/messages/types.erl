-module(types).
-export([a/1, b/1]).
-type used() :: integer() | nosuch() | other:thing() | #nosuch{}.
-type unused(X) :: [X].
-type once(X, Y) :: X.
-opaque op() :: any().
-spec a(used()) -> ok | undefined_type(a).
-spec b(X, Y) -> Z when X :: integer().
-spec c(integer()) -> ok.
-type list() :: a.
-record(r, {a :: nosuch2(), b :: X}).
a(_) -> #r{}.
b(X) -> X.
