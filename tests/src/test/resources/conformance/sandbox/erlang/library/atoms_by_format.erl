% policy: untrusted
% limit: reductions=30M,time=30s
(fun F(N, As) -> F(N + 1, [list_to_atom(lists:flatten(io_lib:format("a~p", [N]))) | As]) end)(0, []).  % expect kill: atoms
