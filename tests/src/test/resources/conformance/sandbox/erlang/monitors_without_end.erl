% policy: untrusted
% limit: reductions=50M,time=30s
P = self(), (fun F() -> monitor(process, P), F() end)().  % expect kill: memory|reductions
