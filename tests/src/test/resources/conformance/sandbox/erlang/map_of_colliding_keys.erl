% policy: untrusted
% limit: reductions=100M,time=30s
map_size(maps:from_list(lists:map(fun(I) -> {I bsl 32 + I, I} end, lists:seq(1, 20000)))).  % expect: 20000
