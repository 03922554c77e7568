% policy: untrusted
% limit: reductions=3M
lists:seq(1, 1000000000).  % expect kill: memory|reductions|value
