% policy: untrusted
% limit: reductions=3M,time=30s
(fun F() -> spawn(F), spawn(F), receive never -> ok end end)().  % expect kill: processes|reductions
