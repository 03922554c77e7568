% policy: untrusted
((1 bsl 400000) - 1) rem ((1 bsl 200000) - 1).  % expect: 0
