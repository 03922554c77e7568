-module(obsolete_overridden).
-compile({no_auto_import, [is_atom/1]}).
-export([a/1]).
a(X) when atom(X) -> list(X);
a(X) when list(X) -> is_atom(X);
a(X) when (pid(X)) -> is_atom(X);
a(X) when not integer(X) -> X.
list(X) -> X.
is_atom(X) -> X.
