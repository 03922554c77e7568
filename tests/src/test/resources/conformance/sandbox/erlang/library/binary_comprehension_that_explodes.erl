% policy: untrusted
% limit: reductions=30M,time=30s
<< <<X:8000000>> || X <- lists:seq(1, 100000) >>.  % expect kill: value|memory
