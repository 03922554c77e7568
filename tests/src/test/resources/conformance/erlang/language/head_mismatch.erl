-module(head_mismatch).
-export([main/0]).
main() -> f(1).
f(1) -> one;
g(2) -> two.
%% expect error: head_mismatch.erl:5:1: head mismatch
%% expect error: head_mismatch.erl:3:11: function f/1 undefined
