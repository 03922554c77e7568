% policy: untrusted
% limit: reductions=30M,time=30s
array:to_list(array:new(1 bsl 60)).  % expect kill: memory|reductions
