% limit: reductions=1M
lists:foreach(fun(I) -> self() ! I end, lists:seq(1, 1000)), (fun F() -> receive never -> ok after 0 -> F() end end)().  % expect kill: reductions
