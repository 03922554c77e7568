% policy: untrusted
% limit: reductions=30M,time=30s
(fun F() -> rand:uniform(1 bsl 4000000), F() end)().  % expect kill: reductions
