% policy: untrusted
% limit: reductions=3M,time=30s
(fun F(B) -> F(<<B/binary, B/binary>>) end)(<<1>>).  % expect kill: memory|value
