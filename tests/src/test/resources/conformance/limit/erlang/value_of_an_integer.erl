% limit: value=1000
catch (1 bsl 4000) =:= 0.  % expect: false
1 bsl 100000.  % expect error: system_limit
