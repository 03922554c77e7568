% policy: untrusted
% limit: reductions=200M,time=30s
T = ets:new(t, [public]), (fun F(N) -> ets:insert(T, {N, N}), F(N + 1) end)(0).  % expect kill: memory|reductions|time
