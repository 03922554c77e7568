% policy: untrusted
% limit: reductions=30M,time=30s
lists:flatten(lists:foldl(fun(_, A) -> [A, A] end, "x", lists:seq(1, 60))).  % expect kill: value|memory|reductions
