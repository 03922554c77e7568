-module(catch_is_no_term).
-export([a/1]).
a(_) -> catch foo(), ok.
foo() -> ok.
