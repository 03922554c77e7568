% policy: untrusted
% limit: reductions=30M,time=30s
erpc:call(node(), fun() -> (fun F() -> F() end)() end, 1000000).  % expect kill: reductions
