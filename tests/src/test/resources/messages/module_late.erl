-export([a/0]).
-module(module_late).
a() -> 1.
