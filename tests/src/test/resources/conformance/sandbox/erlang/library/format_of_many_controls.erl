% policy: untrusted
% limit: reductions=30M,time=30s
length(io_lib:format(lists:append(lists:duplicate(100000, "~w ")), lists:duplicate(100000, a))).  % expect: 200000
