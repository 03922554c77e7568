% policy: untrusted
(fun F(0, A) -> length(A); F(N, A) -> F(N - 1, [A]) end)(200000, []).  % expect: 1
