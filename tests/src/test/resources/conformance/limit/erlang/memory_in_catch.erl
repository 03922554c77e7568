% limit: memory=16M,time=20s
(fun F(L) -> F([catch lists:seq(1, 1000) | L]) end)([]).  % expect kill: memory
