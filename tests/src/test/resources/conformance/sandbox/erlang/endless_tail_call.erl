% policy: untrusted
% limit: reductions=3M
(fun F() -> F() end)().  % expect kill: reductions
