% policy: untrusted
% limit: reductions=30M,time=30s
iolist_size(json:encode((fun F(0, A) -> A; F(N, A) -> F(N - 1, [A, A]) end)(60, 1))).  % expect kill: reductions|memory
