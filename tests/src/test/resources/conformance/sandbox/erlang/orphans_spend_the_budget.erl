% policy: untrusted
% limit: reductions=3M,time=30s
spawn(fun() -> (fun F() -> F() end)() end), receive after infinity -> ok end.  % expect kill: reductions
