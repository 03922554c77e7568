lists:all(fun(X) -> X > 0 end, [1, 2]).  % expect: true
lists:any(fun(X) -> X > 1 end, [1, 2]).  % expect: true
lists:filter(fun(X) -> X rem 2 =:= 0 end, [1, 2, 3, 4]).  % expect: [2,4]
lists:filtermap(fun(X) when X > 1 -> {true, X * 10}; (_) -> false end, [1, 2, 3]).  % expect: [20,30]
lists:flatmap(fun(X) -> [X, X] end, [1, 2]).  % expect: [1,1,2,2]
lists:foldl(fun(X, A) -> [X | A] end, [], [1, 2, 3]).  % expect: [3,2,1]
lists:foldr(fun(X, A) -> [X | A] end, [], [1, 2, 3]).  % expect: [1,2,3]
lists:foreach(fun(X) -> io:format("~p ", [X]) end, [1, 2]).  % expect: 1 2 ok
lists:map(fun(X) -> X * X end, [1, 2, 3]).  % expect: [1,4,9]
lists:mapfoldl(fun(X, A) -> {X * A, A + 1} end, 1, [1, 2, 3]).  % expect: {[1,4,9],4}
lists:mapfoldr(fun(X, A) -> {X * A, A + 1} end, 1, [1, 2, 3]).  % expect: {[3,4,3],4}
lists:partition(fun(X) -> X > 2 end, [1, 2, 3, 4]).  % expect: {[3,4],[1,2]}
lists:search(fun(X) -> X > 1 end, [1, 2, 3]).  % expect: {value,2}
lists:splitwith(fun(X) -> X < 3 end, [1, 2, 3, 1]).  % expect: {[1,2],[3,1]}
lists:takewhile(fun(X) -> X < 3 end, [1, 2, 3, 1]).  % expect: [1,2]
lists:dropwhile(fun(X) -> X < 3 end, [1, 2, 3, 1]).  % expect: [3,1]
lists:zipwith(fun(X, Y) -> X + Y end, [1, 2], [3, 4]).  % expect: [4,6]
lists:uniq([a, b, a, c, b]).  % expect: [a,b,c]
lists:map(fun(X) -> X end, a).  % expect error: {case_clause,a}
lists:map(not_a_fun, [1]).  % expect error: function_clause
lists:filter(fun(_) -> maybe_not end, [1]).  % expect error: {bad_filter,maybe_not}
lists:foldl(fun(_, _) -> ok end, 0, [1 | 2]).  % expect error: function_clause
