% policy: untrusted
(fun F(N) -> persistent_term:put(N, lists:seq(1, 1000)), F(N + 1) end)(0).  % expect kill: memory|reductions|value
