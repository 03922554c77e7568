% policy: untrusted
% limit: reductions=30M,time=30s
re:run("b", "((((a{1,100}){1,100}){1,100}){1,100}){1,100}", [{capture, none}]).  % expect: nomatch
