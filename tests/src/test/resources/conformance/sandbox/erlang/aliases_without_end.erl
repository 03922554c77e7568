% policy: untrusted
% limit: reductions=50M,time=30s
(fun F() -> alias(), F() end)().  % expect kill: memory|reductions
