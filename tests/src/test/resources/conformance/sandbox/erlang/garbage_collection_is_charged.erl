% policy: untrusted
% limit: reductions=300K,time=8s
(fun F() -> erlang:garbage_collect(), F() end)().  % expect kill: reductions|time
