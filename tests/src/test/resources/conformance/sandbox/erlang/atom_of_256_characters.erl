% policy: untrusted
% limit: reductions=3M
binary_to_atom(binary:copy(<<"a">>, 256)).  % expect error: system_limit
