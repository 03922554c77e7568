% policy: untrusted
% limit: reductions=3M
(fun F() -> erlang:yield(), F() end)().  % expect kill: reductions
