% policy: untrusted
% limit: reductions=3M,time=30s
lists:foreach(fun(P) -> case P of _ when P =:= self() -> ok; _ -> exit(P, kill) end end, processes()), ok.  % expect: ok
