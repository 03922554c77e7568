% policy: untrusted
% limit: reductions=3M,time=30s
binary_to_atom(binary:copy(<<"a">>, 256)).  % expect error: system_limit
