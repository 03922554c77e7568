% policy: untrusted
% limit: reductions=30M,time=30s
Odd = [[x], [{}], [{attribute}], [{function, 1, f, 0, x}], [{attribute, 1, module, "a"}], [{attribute, 1, module, m}, {function, a, b, c, d}]], ok.  % expect: ok
[compile:forms(Forms, []) || Forms <- Odd].  % expect: [error,error,error,error,error,error]
