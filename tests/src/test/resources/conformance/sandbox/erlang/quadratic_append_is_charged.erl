% policy: untrusted
% limit: reductions=3M,time=30s
lists:foldl(fun(I, A) -> A ++ [I] end, [], lists:seq(1, 100000)), ok.  % expect kill: reductions
