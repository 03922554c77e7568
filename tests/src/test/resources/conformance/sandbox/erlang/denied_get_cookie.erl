% policy: untrusted
% limit: reductions=3M,time=30s
try erlang:get_cookie() of {error, _} -> denied; false -> denied; {badrpc, _} -> denied; Other -> {reached, Other} catch error:_ -> denied end.  % expect: denied
