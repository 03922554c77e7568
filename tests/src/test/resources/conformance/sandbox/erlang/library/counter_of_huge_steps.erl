% policy: untrusted
% limit: reductions=30M,time=30s
T = ets:new(t, []), ets:insert(T, {k, 0}), (fun F() -> ets:update_counter(T, k, (1 bsl 4000000) - 1), F() end)().  % expect kill: reductions|memory
