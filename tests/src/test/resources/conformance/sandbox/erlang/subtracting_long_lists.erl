% policy: untrusted
% limit: reductions=100M
length(lists:seq(1, 30000) -- lists:reverse(lists:seq(1, 30000))).  % expect: 0
