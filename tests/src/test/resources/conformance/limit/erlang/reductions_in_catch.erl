% limit: reductions=100000
catch (fun F() -> F() end)().  % expect kill: reductions
