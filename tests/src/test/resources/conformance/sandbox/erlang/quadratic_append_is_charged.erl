% policy: untrusted
% limit: reductions=3M
lists:foldl(fun(I, A) -> A ++ [I] end, [], lists:seq(1, 100000)), ok.  % expect kill: reductions
