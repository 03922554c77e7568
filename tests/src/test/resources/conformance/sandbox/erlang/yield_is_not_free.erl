% policy: untrusted
% limit: reductions=3M,time=30s
(fun F() -> erlang:yield(), F() end)().  % expect kill: reductions
