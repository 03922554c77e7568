% policy: untrusted
% limit: reductions=3M
(fun F(B) -> F(<<B/binary, B/binary>>) end)(<<1>>).  % expect kill: memory|value
