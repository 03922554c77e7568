% policy: untrusted
% limit: reductions=3M
binary_to_term(<<131,110,255,0,1>>).  % expect error: badarg
