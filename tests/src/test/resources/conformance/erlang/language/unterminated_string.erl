-module(unterminated_string).
-export([main/0]).
main() -> "abc.
%% expect error: unterminated_string.erl:4:89: unterminated string starting with "\n%% expect error"
%% expect error: unterminated_string.erl:2:2: function main/0 undefined
