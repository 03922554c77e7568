% policy: untrusted
% limit: reductions=3M,time=30s
term_to_binary((fun F(0, A) -> A; F(N, A) -> F(N - 1, {A, A}) end)(60, x)).  % expect kill: memory|reductions|value
