% limit: time=200ms
catch receive never -> ok end.  % expect kill: time
