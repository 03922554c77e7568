% policy: untrusted
% limit: reductions=3M
try code:purge(lists), code:delete(lists) of {error, _} -> denied; false -> denied; {badrpc, _} -> denied; Other -> {reached, Other} catch error:_ -> denied end.  % expect: denied
