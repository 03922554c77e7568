% policy: untrusted
% limit: reductions=3M,time=30s
1 bsl 100000000000.  % expect error: system_limit
