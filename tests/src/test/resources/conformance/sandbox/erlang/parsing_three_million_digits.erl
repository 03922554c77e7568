% policy: untrusted
% limit: reductions=3M,time=30s
list_to_integer(lists:duplicate(3000000, $9)) > 0.  % expect kill: reductions|memory|value
