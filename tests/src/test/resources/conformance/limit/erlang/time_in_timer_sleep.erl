% limit: time=200ms
try timer:sleep(infinity) after ok end.  % expect kill: time
