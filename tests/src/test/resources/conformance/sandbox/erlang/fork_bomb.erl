% policy: untrusted
% limit: reductions=3M
(fun F() -> spawn(F), spawn(F), receive never -> ok end end)().  % expect kill: processes|reductions
