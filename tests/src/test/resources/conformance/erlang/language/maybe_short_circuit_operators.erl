X = 5, X > 3 andalso X < 10.  % expect: true
X =:= 5 orelse error(never).  % expect: true
case X > 3 andalso {ok, X} of {ok, V} -> V end.  % expect: 5
false orelse {not_boolean, ok}.  % expect: {not_boolean,ok}
