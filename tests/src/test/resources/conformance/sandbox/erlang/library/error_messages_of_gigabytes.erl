% policy: untrusted
% limit: reductions=30M,time=30s
(fun F() -> logger:error(lists:duplicate(400000, $x)), F() end)().  % expect kill: output
