% policy: untrusted
% limit: reductions=30M,time=30s
length(string:to_graphemes([$e | lists:duplicate(300000, 769)])).  % expect: 1
