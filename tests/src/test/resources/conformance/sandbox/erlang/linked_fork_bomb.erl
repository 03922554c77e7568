% policy: untrusted
% limit: reductions=100M,time=30s
(fun F() -> spawn_link(fun() -> receive never -> ok end end), F() end)().  % expect kill: processes
