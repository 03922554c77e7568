% policy: untrusted
% limit: reductions=3M,time=30s
binary_to_term(<<131,80,255,255,255,255,120,156>>).  % expect error: badarg
