% policy: untrusted
% limit: reductions=30M,time=30s
io_lib:format("~.1000000000f", [1.0]).  % expect error: badarg
