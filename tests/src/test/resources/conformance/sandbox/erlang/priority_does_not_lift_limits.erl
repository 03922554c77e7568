% policy: untrusted
% limit: reductions=3M
process_flag(priority, max), (fun F() -> F() end)().  % expect kill: reductions
