% limit: reductions=200000
T = ets:new(t, []), [ets:insert(T, {I, I}) || I <- lists:seq(1, 1000)], (fun F() -> ets:match(T, {'$1', none}), F() end)().  % expect kill: reductions
