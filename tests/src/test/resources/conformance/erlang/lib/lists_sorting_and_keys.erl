lists:sort([3, 1, 2, 1]).  % expect: [1,1,2,3]
lists:sort(fun(A, B) -> A >= B end, [3, 1, 2]).  % expect: [3,2,1]
lists:usort([3, 1, 2, 1, 3]).  % expect: [1,2,3]
lists:usort([1, 1.0, 2]).  % expect: [1,2]
lists:usort(fun(A, B) -> A =< B end, [2, 1, 2]).  % expect: [1,2]
lists:merge([1, 3, 5], [2, 4]).  % expect: [1,2,3,4,5]
lists:merge([[1, 4], [2], [3]]).  % expect: [1,2,3,4]
lists:umerge([1, 2], [2, 3]).  % expect: [1,2,3]
lists:keyfind(b, 1, [{a, 1}, {b, 2}]).  % expect: {b,2}
lists:keyfind(c, 1, [{a, 1}, x]).  % expect: false
lists:keymember(1, 2, [{a, 1}]).  % expect: true
lists:keysearch(a, 1, [{a, 1}]).  % expect: {value,{a,1}}
lists:keydelete(a, 1, [{b, 2}, {a, 1}, {a, 3}]).  % expect: [{b,2},{a,3}]
lists:keyreplace(a, 1, [{a, 1}, {b, 2}], {a, new}).  % expect: [{a,new},{b,2}]
lists:keystore(c, 1, [{a, 1}], {c, 3}).  % expect: [{a,1},{c,3}]
lists:keytake(a, 1, [{b, 2}, {a, 1}]).  % expect: {value,{a,1},[{b,2}]}
lists:keysort(2, [{a, 3}, {b, 1}, {c, 2}]).  % expect: [{b,1},{c,2},{a,3}]
lists:ukeysort(1, [{b, 1}, {a, 1}, {b, 2}]).  % expect: [{a,1},{b,1}]
lists:keymerge(1, [{a, 1}, {c, 1}], [{b, 2}]).  % expect: [{a,1},{b,2},{c,1}]
lists:keymap(fun(X) -> X * 2 end, 2, [{a, 1}, {b, 2}]).  % expect: [{a,2},{b,4}]
lists:sort(a).  % expect error: function_clause
lists:keyfind(1, 1.0, [{1}]).  % expect error: badarg
lists:sort(fun(_, _) -> throw(out) end, [2, 1]).  % expect error: throw:out
