-module(remote_calls).
-export([f/2]).

f(M, X) -> lists:reverse(M:g(X)) ++ ?MODULE:f(M, X).
