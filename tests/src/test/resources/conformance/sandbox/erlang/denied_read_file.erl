% policy: untrusted
% limit: reductions=3M
try file:read_file("/etc/passwd") of {error, _} -> denied; false -> denied; {badrpc, _} -> denied; Other -> {reached, Other} catch error:_ -> denied end.  % expect: denied
