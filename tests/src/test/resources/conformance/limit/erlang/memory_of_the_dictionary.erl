% limit: memory=16M,time=20s
(fun F(N) -> put(N, [N]), F(N + 1) end)(0).  % expect kill: memory
