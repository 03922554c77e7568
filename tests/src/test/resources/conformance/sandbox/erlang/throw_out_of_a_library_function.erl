% policy: untrusted
% limit: reductions=3M,time=30s
lists:sort(fun(_, _) -> throw(x) end, lists:seq(1, 100)).  % expect error: throw:x
