% limit: depth=10000
(fun F(N) -> 1 + F(N + 1) end)(1).  % expect kill: depth
