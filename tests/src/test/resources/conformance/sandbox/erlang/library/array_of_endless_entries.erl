% policy: untrusted
% limit: reductions=30M,time=30s
array:foldl(fun(_, _, N) -> N + 1 end, 0, array:new(1 bsl 60)).  % expect kill: reductions
