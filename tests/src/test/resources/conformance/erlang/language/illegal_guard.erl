-module(illegal_guard).
-export([main/0]).
main() -> f(1).
f(X) when own_test(X) -> ok;
f(_) -> no.
own_test(_) -> true.
%% expect error: illegal_guard.erl:4:11: call to local/imported function own_test/1 is illegal in guard
