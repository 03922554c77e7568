% policy: untrusted
% limit: reductions=10M,time=30s
re:run(lists:duplicate(40, $a) ++ "!", "^(a+)+$", [{match_limit, 1000000000000}]).  % expect kill: reductions
