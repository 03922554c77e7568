% policy: untrusted
% limit: reductions=30M,time=30s
iolist_size(io_lib:format("~p", [lists:foldl(fun(_, A) -> {A} end, x, lists:seq(1, 20000))])) > 40000.  % expect: true
