% policy: untrusted
% limit: reductions=3M
lists:foldl(fun(I, A) -> I * A end, 1, lists:seq(1, 200000)) > 0.  % expect kill: reductions
