-module(unsafe_variable).
-export([main/0]).
main() ->
    case rand:uniform(2) of
        1 -> Y = 1;
        2 -> ok
    end,
    Y.
%% expect error: unsafe_variable.erl:8:5: variable 'Y' unsafe in 'case' (line 4, column 5)
