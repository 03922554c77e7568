% policy: untrusted
% limit: reductions=30M,time=30s
P = spawn(fun() -> receive never -> ok end end), (fun F() -> P ! lists:seq(1, 100), F() end)().  % expect kill: mailbox|memory
