% policy: untrusted
% limit: reductions=30M,time=30s
length(binary:split(binary:copy(<<0>>, 10000000), <<0>>, [global])).  % expect kill: value|memory
