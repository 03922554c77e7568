% policy: untrusted
% limit: reductions=100M
(fun F() -> spawn_link(fun() -> receive never -> ok end end), F() end)().  % expect kill: processes
