-module(function_clause_in_main).
-export([main/0]).
main() -> f(1).
f(2) -> ok.
%% expect error: function_clause
