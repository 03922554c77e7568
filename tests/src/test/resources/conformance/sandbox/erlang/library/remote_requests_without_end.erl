% policy: untrusted
% limit: reductions=30M,time=30s
(fun F() -> rpc:async_call(node(), timer, sleep, [infinity]), F() end)().  % expect kill: processes
