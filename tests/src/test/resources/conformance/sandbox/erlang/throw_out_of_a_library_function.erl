% policy: untrusted
% limit: reductions=3M
lists:sort(fun(_, _) -> throw(x) end, lists:seq(1, 100)).  % expect error: throw:x
