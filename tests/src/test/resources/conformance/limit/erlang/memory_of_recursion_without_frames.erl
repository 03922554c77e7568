% limit: memory=16M,time=20s
(fun F(N) -> N + F(N + 1) end)(1).  % expect kill: memory
