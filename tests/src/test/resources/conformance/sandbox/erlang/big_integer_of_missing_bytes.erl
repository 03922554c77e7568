% policy: untrusted
% limit: reductions=3M,time=30s
binary_to_term(<<131,110,255,0,1>>).  % expect error: badarg
