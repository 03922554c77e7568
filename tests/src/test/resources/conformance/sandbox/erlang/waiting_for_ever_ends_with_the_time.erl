% policy: untrusted
% limit: time=300ms
receive after infinity -> ok end.  % expect kill: time
