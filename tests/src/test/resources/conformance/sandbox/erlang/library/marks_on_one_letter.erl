% policy: untrusted
% limit: reductions=30M,time=30s
length(unicode:characters_to_nfc_list([$e | lists:duplicate(300000, 769)])).  % expect: 300000
