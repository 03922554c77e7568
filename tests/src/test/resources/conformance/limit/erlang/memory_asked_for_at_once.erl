% limit: memory=16M,time=20s
catch binary:copy(<<0>>, 1 bsl 30).  % expect kill: memory
