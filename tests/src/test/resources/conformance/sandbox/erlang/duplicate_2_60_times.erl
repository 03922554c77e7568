% policy: untrusted
% limit: reductions=3M
lists:duplicate(1 bsl 60, x).  % expect kill: memory|reductions|value
