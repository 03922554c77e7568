% policy: untrusted
% limit: reductions=3M,time=30s
process_flag(trap_exit, true), (fun F() -> receive _ -> F() after 0 -> F() end end)().  % expect kill: reductions
