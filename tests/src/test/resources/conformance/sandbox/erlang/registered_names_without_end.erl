% policy: untrusted
% limit: reductions=100M,time=30s
(fun F(N) -> register(list_to_atom(integer_to_list(N)), spawn(fun() -> receive x -> ok end end)), F(N + 1) end)(0).  % expect kill: processes|atoms
