% policy: untrusted
% limit: reductions=30M,time=30s
calendar:gregorian_days_to_date((1 bsl 1000000)), ok.  % expect: ok
