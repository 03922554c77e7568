% policy: untrusted
% limit: reductions=3M,time=30s
io_lib:format("~p", [(fun F(0, A) -> A; F(N, A) -> F(N - 1, {A, A}) end)(60, x)]).  % expect kill: memory|reductions|value
