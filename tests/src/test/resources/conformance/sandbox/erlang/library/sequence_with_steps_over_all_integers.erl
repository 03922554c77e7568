% policy: untrusted
% limit: reductions=30M,time=30s
lists:seq(-(1 bsl 62), 1 bsl 62, 2).  % expect error: system_limit
