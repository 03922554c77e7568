%% A fun of a named function has that function's name.
-module(names_of_funs).
-export([main/0]).

main() ->
    io:format("~p ~p~n", [erlang:fun_info_mfa(fun named/1), erlang:fun_info(fun named/1, name)]),
    io:format("~p~n", [erlang:fun_info_mfa(fun 'odd/1'/1)]).

named(X) -> X.

'odd/1'(X) -> X.
%% expect: {names_of_funs,named,1} {name,named}
%% expect: {names_of_funs,'odd/1',1}
