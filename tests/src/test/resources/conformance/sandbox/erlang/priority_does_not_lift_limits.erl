% policy: untrusted
% limit: reductions=3M,time=30s
process_flag(priority, max), (fun F() -> F() end)().  % expect kill: reductions
