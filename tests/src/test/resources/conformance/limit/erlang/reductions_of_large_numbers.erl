% limit: reductions=1M
(fun F(X) -> F(X * X) end)(3).  % expect kill: reductions
