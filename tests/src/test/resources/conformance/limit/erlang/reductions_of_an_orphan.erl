% limit: reductions=1M
spawn(fun() -> (fun F() -> F() end)() end), receive never -> ok end.  % expect kill: reductions
