% policy: untrusted
% limit: reductions=30M,time=30s
Deep = fun(Last) -> lists:foldl(fun(_, A) -> {A} end, Last, lists:seq(1, 200000)) end, T = ets:new(t, []), ets:insert(T, {1, Deep(x)}), length(ets:match_object(T, {1, Deep('_')})).  % expect: 1
