% policy: untrusted
% limit: reductions=3M,time=30s
(fun F() -> F() end)().  % expect kill: reductions
