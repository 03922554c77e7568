% limit: memory=16M,time=20s
T = ets:new(t, []), (fun F(N) -> ets:insert(T, {N, [N]}), F(N + 1) end)(0).  % expect kill: memory
