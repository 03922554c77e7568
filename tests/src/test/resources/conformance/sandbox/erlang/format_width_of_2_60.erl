% policy: untrusted
% limit: reductions=3M
io_lib:format("~*c", [1 bsl 60, $x]).  % expect kill: memory|value|reductions
