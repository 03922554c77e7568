% policy: untrusted
% limit: reductions=30M,time=30s
ets:insert(ets:new(t, [duplicate_bag]), lists:duplicate(10000000, {a})).  % expect kill: value|memory
