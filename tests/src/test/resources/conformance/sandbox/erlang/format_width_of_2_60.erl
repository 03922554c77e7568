% policy: untrusted
% limit: reductions=3M,time=30s
io_lib:format("~*c", [1 bsl 60, $x]).  % expect kill: memory|value|reductions
