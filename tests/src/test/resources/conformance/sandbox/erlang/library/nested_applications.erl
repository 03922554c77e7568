% policy: untrusted
% limit: reductions=30M,time=30s
(fun F(A, 0) -> A; F(A, N) -> F([erlang, apply, [A]], N - 1) end)(x, 100000), ok.  % expect: ok
