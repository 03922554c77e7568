-module(uncaught_throw_in_main).
-export([main/0]).
main() -> throw(ball).
%% expect error: throw:ball
