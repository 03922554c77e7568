true and false.  % expect: false
true or false.  % expect: true
true xor true.  % expect: false
not true.  % expect: false
true andalso anything.  % expect: anything
false andalso anything.  % expect: false
true orelse anything.  % expect: true
false orelse anything.  % expect: anything
a andalso true.  % expect error: {badarg,a}
a orelse true.  % expect error: {badarg,a}
true and 1.  % expect error: badarg
not 1.  % expect error: badarg
1 and true.  % expect error: badarg
false andalso (1 div 0).  % expect: false
true orelse (1 div 0).  % expect: true
