% policy: untrusted
% limit: reductions=30M,time=30s
iolist_size(io_lib:format("~w", [lists:foldl(fun(_, A) -> {A} end, x, lists:seq(1, 200000))])).  % expect: 400001
