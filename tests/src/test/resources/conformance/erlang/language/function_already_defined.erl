-module(function_already_defined).
-export([main/0]).
main() -> ok.
f() -> 1.
g() -> 2.
f() -> 3.
%% expect error: function_already_defined.erl:6:1: function f/0 already defined
