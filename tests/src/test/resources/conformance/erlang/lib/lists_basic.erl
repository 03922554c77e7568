lists:append([[1], [2, 3], []]).  % expect: [1,2,3]
lists:append([1], [2]).  % expect: [1,2]
lists:concat([a, 1, "s", 2.5]).  % expect: "a1s2.50000000000000000000e+00"
lists:delete(2, [1, 2, 3, 2]).  % expect: [1,3,2]
lists:droplast([1, 2]).  % expect: [1]
lists:duplicate(3, x).  % expect: [x,x,x]
lists:flatten([1, [2, [3, []]], 4]).  % expect: [1,2,3,4]
lists:flatlength([1, [2, 3]]).  % expect: 3
lists:last([1, 2, 3]).  % expect: 3
lists:last([]).  % expect error: function_clause
lists:max([1, 5, 3]).  % expect: 5
lists:max([]).  % expect error: function_clause
lists:min([b, a]).  % expect: a
lists:member(2, [1, 2]).  % expect: true
lists:nth(1, []).  % expect error: function_clause
lists:nth(0, [a]).  % expect error: function_clause
lists:nthtail(1, [a, b]).  % expect: [b]
lists:prefix("ab", "abc").  % expect: true
lists:suffix("bc", "abc").  % expect: true
lists:reverse([1, 2, 3]).  % expect: [3,2,1]
lists:reverse([1], [2]).  % expect: [1,2]
lists:seq(1, 5).  % expect: [1,2,3,4,5]
lists:seq(1, 10, 3).  % expect: [1,4,7,10]
lists:seq(5, 1, -2).  % expect: [5,3,1]
lists:seq(5, 1).  % expect error: function_clause
lists:seq(1, 0).  % expect: []
lists:seq(1, 5, 0).  % expect error: badarg
lists:sublist([1, 2, 3, 4], 2).  % expect: [1,2]
lists:sublist([1, 2, 3, 4], 2, 2).  % expect: [2,3]
lists:sublist([1], 5, 2).  % expect: []
lists:subtract([1, 2, 3, 2], [2]).  % expect: [1,3,2]
lists:sum([1, 2.5]).  % expect: 3.5
lists:sum([a]).  % expect error: badarith
lists:split(2, [a, b, c]).  % expect: {[a,b],[c]}
lists:split(5, [a]).  % expect error: badarg
lists:zip([1, 2], [a, b]).  % expect: [{1,a},{2,b}]
lists:zip([1], [a, b]).  % expect error: function_clause
lists:unzip([{1, a}, {2, b}]).  % expect: {[1,2],[a,b]}
lists:zip3([1], [2], [3]).  % expect: [{1,2,3}]
lists:unzip3([{1, 2, 3}]).  % expect: {[1],[2],[3]}
lists:join(x, [1, 2, 3]).  % expect: [1,x,2,x,3]
lists:nth(2, "abc").  % expect: 98
lists:enumerate([a, b]).  % expect: [{1,a},{2,b}]
lists:flatten(atom).  % expect error: function_clause
