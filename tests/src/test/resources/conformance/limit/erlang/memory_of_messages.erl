% limit: memory=16M,time=20s
(fun F(N) -> self() ! {N, lists:seq(1, 100)}, F(N + 1) end)(0).  % expect kill: memory
