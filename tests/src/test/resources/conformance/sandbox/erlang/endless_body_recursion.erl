% policy: untrusted
% limit: reductions=100M,time=30s
(fun F(N) -> 1 + F(N) end)(1).  % expect kill: depth|memory
