% policy: untrusted
% limit: reductions=30M,time=30s
string:copies("ab", 1 bsl 40).  % expect kill: value|memory
