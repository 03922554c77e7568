% policy: untrusted
% limit: reductions=30M,time=30s
lists:seq(1 bsl 70, (1 bsl 70) + (1 bsl 45)).  % expect kill: value|memory|reductions
