lists:all(fun(X) -> X > 0 end, [1, 2]).
lists:any(fun(X) -> X > 1 end, [1, 2]).
lists:filter(fun(X) -> X rem 2 =:= 0 end, [1, 2, 3, 4]).
lists:filtermap(fun(X) when X > 1 -> {true, X * 10}; (_) -> false end, [1, 2, 3]).
lists:flatmap(fun(X) -> [X, X] end, [1, 2]).
lists:foldl(fun(X, A) -> [X | A] end, [], [1, 2, 3]).
lists:foldr(fun(X, A) -> [X | A] end, [], [1, 2, 3]).
lists:foreach(fun(X) -> io:format("~p ", [X]) end, [1, 2]).
lists:map(fun(X) -> X * X end, [1, 2, 3]).
lists:mapfoldl(fun(X, A) -> {X * A, A + 1} end, 1, [1, 2, 3]).
lists:mapfoldr(fun(X, A) -> {X * A, A + 1} end, 1, [1, 2, 3]).
lists:partition(fun(X) -> X > 2 end, [1, 2, 3, 4]).
lists:search(fun(X) -> X > 1 end, [1, 2, 3]).
lists:splitwith(fun(X) -> X < 3 end, [1, 2, 3, 1]).
lists:takewhile(fun(X) -> X < 3 end, [1, 2, 3, 1]).
lists:dropwhile(fun(X) -> X < 3 end, [1, 2, 3, 1]).
lists:zipwith(fun(X, Y) -> X + Y end, [1, 2], [3, 4]).
lists:uniq([a, b, a, c, b]).
lists:map(fun(X) -> X end, a).
lists:map(not_a_fun, [1]).
lists:filter(fun(_) -> maybe_not end, [1]).
lists:foldl(fun(_, _) -> ok end, 0, [1 | 2]).
