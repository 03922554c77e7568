% policy: untrusted
% limit: reductions=100M,time=30s
(fun F(L) -> B = binary:copy(<<0>>, 10000000), F([binary:part(B, 0, 1)] ++ L) end)([]).  % expect kill: memory|reductions|time
