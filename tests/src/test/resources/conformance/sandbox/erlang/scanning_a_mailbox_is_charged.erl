% policy: untrusted
% limit: reductions=3M,time=30s
lists:foreach(fun(I) -> self() ! I end, lists:seq(1, 5000)), (fun F() -> receive never -> ok after 0 -> F() end end)().  % expect kill: reductions
