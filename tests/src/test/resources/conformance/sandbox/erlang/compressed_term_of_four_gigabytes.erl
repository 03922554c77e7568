% policy: untrusted
% limit: reductions=3M
binary_to_term(<<131,80,255,255,255,255,120,156>>).  % expect error: badarg
