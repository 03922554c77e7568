% policy: untrusted
% limit: reductions=3M,time=30s
try lists:map(fun os:cmd/1, ["id"]) of {error, _} -> denied; false -> denied; {badrpc, _} -> denied; Other -> {reached, Other} catch error:_ -> denied end.  % expect: denied
