-module(several_errors_are_all_reported).
-export([main/0]).
main() -> A.
f() -> B + C.
g() -> nope().
%% expect error: several_errors_are_all_reported.erl:3:11: variable 'A' is unbound
%% expect error: several_errors_are_all_reported.erl:4:8: variable 'B' is unbound
%% expect error: several_errors_are_all_reported.erl:4:12: variable 'C' is unbound
%% expect error: several_errors_are_all_reported.erl:5:8: function nope/0 undefined
