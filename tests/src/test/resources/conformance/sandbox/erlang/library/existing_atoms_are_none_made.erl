% policy: untrusted
% limit: reductions=30M,time=30s
[catch list_to_existing_atom("none_" ++ integer_to_list(N)) || N <- lists:seq(1, 20000)], ok.  % expect: ok
