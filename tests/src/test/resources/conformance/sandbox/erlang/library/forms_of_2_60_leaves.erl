% policy: untrusted
% limit: reductions=30M,time=30s
erl_pp:expr((fun F(0, E) -> E; F(N, E) -> F(N - 1, {tuple, 1, [E, E]}) end)(60, {atom, 1, x})).  % expect kill: reductions|memory
