% policy: untrusted
% limit: reductions=30M,time=30s
P = spawn(fun() -> ok end), (fun F() -> monitor(process, P), F() end)().  % expect kill: mailbox|memory
