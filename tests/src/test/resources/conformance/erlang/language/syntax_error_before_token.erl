-module(syntax_error_before_token).
-export([main/0]).
main() ->
    X = ,
    X.
second() -> ok.
%% expect error: syntax_error_before_token.erl:4:9: syntax error before: ','
%% expect error: syntax_error_before_token.erl:2:2: function main/0 undefined
