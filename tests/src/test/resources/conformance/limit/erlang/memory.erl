% limit: memory=16M,time=20s
(fun F(L) -> F([L | L]) end)([]).  % expect kill: memory
