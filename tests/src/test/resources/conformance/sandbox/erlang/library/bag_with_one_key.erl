% policy: untrusted
% limit: reductions=30M,time=30s
T = ets:new(t, [bag]), (fun F(N) -> ets:insert(T, {k, N}), F(N + 1) end)(0).  % expect kill: reductions|memory
