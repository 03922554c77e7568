% policy: untrusted
% limit: reductions=30M,time=30s
iolist_size(lists:foldl(fun(_, A) -> [A, A] end, "x", lists:seq(1, 60))).  % expect kill: reductions
