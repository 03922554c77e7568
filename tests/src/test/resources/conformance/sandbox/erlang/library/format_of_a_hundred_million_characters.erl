% policy: untrusted
% limit: reductions=30M,time=30s
io_lib:format("~*c", [100000000, $x]).  % expect kill: value|memory
