% limit: reductions=1M
lists:foldl(fun(I, L) -> L ++ [I] end, [], lists:seq(1, 100000)).  % expect kill: reductions
