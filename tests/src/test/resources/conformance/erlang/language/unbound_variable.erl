-module(unbound_variable).
-export([main/0]).
main() ->
    X + 1.
%% expect error: unbound_variable.erl:4:5: variable 'X' is unbound
