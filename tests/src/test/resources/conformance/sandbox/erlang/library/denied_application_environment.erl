% policy: untrusted
% limit: reductions=30M,time=30s
application:set_env(kernel, x, y).  % expect error: undef
