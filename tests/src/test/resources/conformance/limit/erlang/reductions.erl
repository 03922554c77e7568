% limit: reductions=100000
(fun F() -> F() end)().  % expect kill: reductions
