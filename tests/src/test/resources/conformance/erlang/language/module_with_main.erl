-module(module_with_main).
-export([main/0]).
main() -> io:format("hello ~s~n", ["world"]).
%% expect: hello world
