% policy: untrusted
% limit: reductions=3M
catch (fun F() -> F() end)().  % expect kill: reductions
