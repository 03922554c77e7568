% policy: untrusted
% limit: reductions=3M,time=30s
lists:foldl(fun(I, A) -> I * A end, 1, lists:seq(1, 200000)) > 0.  % expect kill: reductions
