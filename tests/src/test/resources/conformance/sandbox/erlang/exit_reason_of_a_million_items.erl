% policy: untrusted
catch exit(lists:seq(1, 100000)), ok.  % expect: ok
