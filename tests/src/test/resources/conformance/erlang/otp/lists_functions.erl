lists:map(fun(X) -> X * 2 end, [1, 2, 3]).  % expect: [2,4,6]
lists:filter(fun(X) -> X > 1 end, [1, 2, 3]).  % expect: [2,3]
lists:foldl(fun(X, A) -> [X | A] end, [], [1, 2, 3]).  % expect: [3,2,1]
lists:foldr(fun(X, A) -> [X | A] end, [], [1, 2, 3]).  % expect: [1,2,3]
lists:mapfoldl(fun(X, A) -> {X * A, A + 1} end, 1, [1, 2, 3]).  % expect: {[1,4,9],4}
lists:mapfoldr(fun(X, A) -> {X * A, A + 1} end, 1, [1, 2, 3]).  % expect: {[3,4,3],4}
lists:flatmap(fun(X) -> [X, X] end, [1, 2]).  % expect: [1,1,2,2]
lists:filtermap(fun(1) -> true; (2) -> {true, two}; (_) -> false end, [1, 2, 3]).  % expect: [1,two]
lists:partition(fun(X) -> X rem 2 =:= 0 end, [1, 2, 3, 4]).  % expect: {[2,4],[1,3]}
lists:sort(fun(A, B) -> A > B end, [3, 1, 2]).  % expect: [3,2,1]
lists:keysort(2, [{a, 3}, {b, 1}, {c, 2}]).  % expect: [{b,1},{c,2},{a,3}]
lists:keyfind(2, 1, [{1.0, a}, {2.0, b}]).  % expect: {2.0,b}
lists:keytake(b, 1, [{a, 1}, {b, 2}]).  % expect: {value,{b,2},[{a,1}]}
lists:keystore(c, 1, [{a, 1}], {c, 3}).  % expect: [{a,1},{c,3}]
lists:keyreplace(a, 1, [{a, 1}], {b, 2}).  % expect: [{b,2}]
lists:keydelete(a, 1, [{a, 1}, {a, 2}]).  % expect: [{a,2}]
lists:keyfind(a, x, []).  % expect error: badarg
lists:nth(0, [a]).  % expect error: function_clause
lists:nthtail(1, [a, b]).  % expect: [b]
lists:last([]).  % expect error: function_clause
lists:seq(1, 10, 3).  % expect: [1,4,7,10]
lists:seq(10, 1, -4).  % expect: [10,6,2]
lists:seq(3, 1).  % expect error: function_clause
lists:seq(1, a).  % expect error: function_clause
lists:split(2, [a, b, c]).  % expect: {[a,b],[c]}
lists:split(4, [a]).  % expect error: badarg
lists:sublist([a, b, c, d], 2, 2).  % expect: [b,c]
lists:flatten([1, [2, [3, [], [4]]]]).  % expect: [1,2,3,4]
lists:flatten([1 | 2]).  % expect error: function_clause
lists:zip([1, 2], [a, b]).  % expect: [{1,a},{2,b}]
lists:zip([1], [a, b]).  % expect error: function_clause
lists:unzip3([{1, 2, 3}, {4, 5, 6}]).  % expect: {[1,4],[2,5],[3,6]}
lists:zipwith(fun(A, B) -> A + B end, [1, 2], [3, 4]).  % expect: [4,6]
lists:splitwith(fun(X) -> X < 3 end, [1, 2, 3, 1]).  % expect: {[1,2],[3,1]}
lists:takewhile(fun(X) -> X < 3 end, [1, 2, 3, 1]).  % expect: [1,2]
lists:dropwhile(fun(X) -> X < 3 end, [1, 2, 3, 1]).  % expect: [3,1]
lists:join(x, [1, 2, 3]).  % expect: [1,x,2,x,3]
lists:concat([a, 1, "b", 1.5]).  % expect: "a1b1.50000000000000000000e+00"
lists:sum([1, 2.5]).  % expect: 3.5
lists:sum([a]).  % expect error: badarith
lists:max([]).  % expect error: function_clause
lists:reverse([1, 2], tail).  % expect: [2,1|tail]
lists:member(1.0, [1, 2]).  % expect: false
lists:prefix("ab", "abc").  % expect: true
lists:suffix("bc", "abc").  % expect: true
lists:subtract([1, 2, 1], [1]).  % expect: [2,1]
lists:merge([1, 3], [2, 4]).  % expect: [1,2,3,4]
lists:usort([c, a, b, a]).  % expect: [a,b,c]
lists:delete(b, [a, b, c, b]).  % expect: [a,c,b]
lists:duplicate(3, x).  % expect: [x,x,x]
lists:enumerate([a, b]).  % expect: [{1,a},{2,b}]
lists:uniq([a, b, a]).  % expect: [a,b]
length(lists:map(fun(X) -> X end, lists:seq(1, 300000))).  % expect: 300000
