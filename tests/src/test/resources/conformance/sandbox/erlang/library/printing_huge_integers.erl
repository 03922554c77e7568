% policy: untrusted
% limit: reductions=30M,time=30s
N = 1 bsl 4000000, (fun F() -> integer_to_binary(N), F() end)().  % expect kill: reductions
