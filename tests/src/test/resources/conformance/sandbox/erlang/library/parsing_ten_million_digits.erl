% policy: untrusted
% limit: reductions=30M,time=30s
list_to_integer(lists:duplicate(10000000, $9)).  % expect kill: value|memory
