% policy: untrusted
% limit: reductions=30M,time=30s
[spawn(fun() -> process_flag(trap_exit, true), (fun W() -> receive _ -> W() end end)() end) || _ <- lists:seq(1, 500)], ok.  % expect: ok
