lists:foreach(a, [1]).  % expect error: function_clause
lists:foreach(fun(_) -> ok end, [1 | x]).  % expect error: function_clause
lists:partition(a, [1]).  % expect error: function_clause
lists:search(a, []).  % expect error: function_clause
lists:nth(a, [1]).  % expect error: badarith
lists:nth(3, [1]).  % expect error: function_clause
lists:nthtail(a, [1]).  % expect error: badarith
lists:flatten([1], 2).  % expect error: function_clause
lists:keysort(1, x).  % expect error: {case_clause,x}
lists:foldr(fun(X, A) -> [X | A] end, [], [1 | x]).  % expect error: function_clause
lists:reverse([1, 2 | x]).  % expect error: badarg
lists:umerge([[1, 3], [1, 2]]).  % expect: [1,2,3]
lists:merge([[1], x]).  % expect error: function_clause
lists:sort(fun(A) -> A end, [2, 1]).  % expect error: {badarity,{#Fun<...>,[2,1]}}
maps:fold(a, 0, #{}).  % expect error: badarg
maps:map(fun(_, V) -> V end, x).  % expect error: {badmap,x}
string:lowercase(a).  % expect error: {badarg,a}
string:left("abc", a).  % expect error: function_clause
string:list_to_integer("12ab").  % expect: {12,"ab"}
io:module_info(module).  % expect: io
lists:member({format, 2}, io:module_info(exports)).  % expect: true
