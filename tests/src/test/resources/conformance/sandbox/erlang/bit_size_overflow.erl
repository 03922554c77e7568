% policy: untrusted
% limit: reductions=3M,time=30s
<<1:(1 bsl 62)/unit:256>>.  % expect error: system_limit
