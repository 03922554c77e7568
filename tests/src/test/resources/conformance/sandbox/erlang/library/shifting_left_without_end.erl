% policy: untrusted
% limit: reductions=30M,time=30s
(fun F(N) -> F(N bsl 1000000) end)(1).  % expect error: system_limit
