% policy: untrusted
length(binary:matches(binary:copy(<<"a">>, 10000000), <<"a">>)).  % expect kill: memory|reductions|value
