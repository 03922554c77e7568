% policy: untrusted
% limit: reductions=100M,time=30s
binary_to_term(iolist_to_binary([131, lists:duplicate(100000, <<108,0,0,0,1>>), 106])).  % expect error: badarg
