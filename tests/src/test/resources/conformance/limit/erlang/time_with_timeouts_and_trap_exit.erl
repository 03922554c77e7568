% limit: time=200ms
process_flag(trap_exit, true), (fun F() -> receive _ -> F() after 10 -> F() end end)().  % expect kill: time
