% policy: untrusted
% limit: reductions=3M
spawn(fun() -> (fun F() -> F() end)() end), receive after infinity -> ok end.  % expect kill: reductions
