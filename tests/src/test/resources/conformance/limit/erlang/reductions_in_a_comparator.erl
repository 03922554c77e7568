% limit: reductions=100000
lists:sort(fun F(A, B) -> F(A, B) end, [2, 1]).  % expect kill: reductions
