-module(undefined_macro).
-export([main/0]).
main() -> ?NO_SUCH_MACRO.
%% expect error: undefined_macro.erl:3:12: undefined macro 'NO_SUCH_MACRO'
%% expect error: undefined_macro.erl:2:2: function main/0 undefined
