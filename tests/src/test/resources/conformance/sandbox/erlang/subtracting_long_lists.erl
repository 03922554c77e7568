% policy: untrusted
% limit: reductions=100M,time=30s
length(lists:seq(1, 30000) -- lists:reverse(lists:seq(1, 30000))).  % expect: 0
