% policy: untrusted
% limit: reductions=3M,time=30s
catch (fun F() -> F() end)().  % expect kill: reductions
