% policy: untrusted
% limit: reductions=100M,time=30s
(fun F(N) -> list_to_atom("made_up_" ++ integer_to_list(N)), F(N + 1) end)(0).  % expect kill: atoms
