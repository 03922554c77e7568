% policy: untrusted
% limit: reductions=100M,time=30s
(fun F(N) -> put(N, N), F(N + 1) end)(0).  % expect kill: memory|reductions
