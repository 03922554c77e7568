% policy: untrusted
% limit: reductions=3M,time=30s
lists:seq(1, 1000000000).  % expect kill: memory|reductions|value
