% policy: untrusted
% limit: reductions=30M,time=30s
binary:copy(<<0:64>>, 1 bsl 61).  % expect error: system_limit
