% policy: untrusted
% limit: reductions=30M,time=30s
re:run(lists:duplicate(100000, $a), "^(a(?1)?b?)*$", [{capture, none}]).  % expect kill: reductions
