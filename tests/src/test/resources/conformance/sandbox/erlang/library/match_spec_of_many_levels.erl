% policy: untrusted
% limit: reductions=30M,time=30s
D = lists:foldl(fun(_, A) -> {'not', A} end, true, lists:seq(1, 200001)), T = ets:new(t, []), ets:insert(T, {1}), ets:select(T, [{'$1', [D], ['$1']}]).  % expect: []
