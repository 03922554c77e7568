% limit: memory=16M,time=20s
(fun F(B) -> F(<<B/binary, B/binary>>) end)(<<1>>).  % expect kill: memory
