% policy: untrusted
% limit: reductions=1G,time=30s,memory=64M
re:replace(binary:copy(<<"a">>, 1000000), "", binary:copy(<<"b">>, 1000), [global, {return, binary}]).  % expect kill: memory|value
