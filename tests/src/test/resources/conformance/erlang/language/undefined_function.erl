-module(undefined_function).
-export([main/0, missing/1]).
main() ->
    helper(1),
    other(2).
%% expect error: undefined_function.erl:2:2: function missing/1 undefined
%% expect error: undefined_function.erl:4:5: function helper/1 undefined
%% expect error: undefined_function.erl:5:5: function other/1 undefined
