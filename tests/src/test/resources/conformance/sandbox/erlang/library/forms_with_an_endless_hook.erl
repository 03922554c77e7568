% policy: untrusted
% limit: reductions=30M,time=30s
erl_pp:expr({own, 1}, fun(_, _, _, _) -> (fun F() -> F() end)() end).  % expect kill: reductions
