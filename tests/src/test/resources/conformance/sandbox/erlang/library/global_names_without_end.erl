% policy: untrusted
% limit: reductions=30M,time=30s
(fun F(N) -> global:register_name({name, N}, self()), F(N + 1) end)(0).  % expect kill: memory|reductions
