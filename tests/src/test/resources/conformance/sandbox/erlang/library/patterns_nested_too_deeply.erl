% policy: untrusted
% limit: reductions=30M,time=30s
re:compile(lists:append(lists:duplicate(10000, "(?:")) ++ lists:duplicate(10000, $))).  % expect: {error,{"parentheses are too deeply nested",751}}
