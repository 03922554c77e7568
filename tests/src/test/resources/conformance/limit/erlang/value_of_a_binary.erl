% limit: value=1000
byte_size(binary:copy(<<0>>, 900)).  % expect: 900
catch binary:copy(<<0>>, 2000).  % expect kill: value
