% policy: untrusted
% limit: reductions=30M,time=30s
Z = zlib:compress(binary:copy(<<0>>, 1000000)), byte_size(Z) < 10000.  % expect: true
[byte_size(zlib:uncompress(Z)) || _ <- lists:seq(1, 100000)], ok.  % expect kill: reductions
