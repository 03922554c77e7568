% policy: untrusted
% limit: reductions=3M
receive X when X -> ok after -1 -> ok end.  % expect error: timeout_value
