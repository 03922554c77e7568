% policy: untrusted
% limit: reductions=3M,time=30s
try (fun F() -> F() end)() catch _:_ -> caught after io:format("after~n") end.  % expect kill: reductions
