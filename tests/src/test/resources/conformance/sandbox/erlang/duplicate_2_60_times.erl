% policy: untrusted
% limit: reductions=3M,time=30s
lists:duplicate(1 bsl 60, x).  % expect kill: memory|reductions|value
