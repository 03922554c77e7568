% policy: untrusted
% limit: reductions=3M,time=30s
receive X when X -> ok after -1 -> ok end.  % expect error: timeout_value
