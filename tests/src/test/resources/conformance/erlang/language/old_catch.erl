catch 1 + 1.  % expect: 2
catch throw(x).  % expect: x
catch exit(x).  % expect: {'EXIT',x}
{'EXIT', {R, _}} = (catch error(x)), ok.  % expect: ok
R.  % expect: x
{'EXIT', {R2, _}} = (catch 1 div 0), ok.  % expect: ok
R2.  % expect: badarith
X = (catch throw({a, b})).  % expect: {a,b}
X.  % expect: {a,b}
catch (catch throw(x)).  % expect: x
[catch throw(1), catch throw(2)].  % expect: [1,2]
is_list(element(2, element(2, catch error(x)))).  % expect: true
