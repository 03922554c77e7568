% policy: untrusted
% limit: reductions=100M,time=30s
(fun F(N) -> self() ! N, F(N + 1) end)(0).  % expect kill: mailbox|memory
