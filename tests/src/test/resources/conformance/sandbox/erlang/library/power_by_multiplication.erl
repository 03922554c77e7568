% policy: untrusted
% limit: reductions=30M,time=30s
(fun P(_, 0) -> 1; P(X, N) -> X * P(X, N - 1) end)(99999999999, 100000000).  % expect kill: reductions|memory|depth
