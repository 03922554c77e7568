catch 1 + 1.  % expect: 2
catch throw(x).  % expect: x
catch exit(x).  % expect: {'EXIT',x}
{'EXIT', {R, _}} = (catch error(x)).  % expect: {'EXIT',{x,[{erl_eval,do_apply,7,[{file,"erl_eval.erl"},{line,744}]},{erl_eval,expr,6,[{file,"erl_eval.erl"},{line,480}]},{erl_eval,expr,6,[{file,"erl_eval.erl"},{line,492}]},{oracle,evaluate,2,[{file,"oracle.erl"},{line,72}]},{oracle,'-session/3-fun-0-',4,[{file,"oracle.erl"},{line,53}]},{lists,foldl_1,3,[{file,"lists.erl"},{line,1355}]}]}}
R.  % expect: x
{'EXIT', {R2, _}} = (catch 1 div 0).  % expect: {'EXIT',{badarith,[{erlang,'div',[1,0],[{error_info,#{module => erl_erts_errors}}]},{erl_eval,do_apply,7,[{file,"erl_eval.erl"},{line,744}]},{erl_eval,expr,6,[{file,"erl_eval.erl"},{line,480}]},{erl_eval,expr,6,[{file,"erl_eval.erl"},{line,492}]},{oracle,evaluate,2,[{file,"oracle.erl"},{line,72}]},{oracle,'-session/3-fun-0-',4,[{file,"oracle.erl"},{line,53}]},{lists,foldl_1,3,[{file,"lists.erl"},{line,1355}]}]}}
R2.  % expect: badarith
X = (catch throw({a, b})).  % expect: {a,b}
X.  % expect: {a,b}
catch (catch throw(x)).  % expect: x
[catch throw(1), catch throw(2)].  % expect: [1,2]
is_list(element(2, element(2, catch error(x)))).  % expect: true
