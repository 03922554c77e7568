% policy: untrusted
% limit: reductions=3M,time=30s
erlang:phash2((fun F(0, A) -> A; F(N, A) -> F(N - 1, {A, A}) end)(60, x)).  % expect kill: reductions
