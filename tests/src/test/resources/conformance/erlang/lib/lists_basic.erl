lists:append([[1], [2, 3], []]).
lists:append([1], [2]).
lists:concat([a, 1, "s", 2.5]).
lists:delete(2, [1, 2, 3, 2]).
lists:droplast([1, 2]).
lists:duplicate(3, x).
lists:flatten([1, [2, [3, []]], 4]).
lists:flatlength([1, [2, 3]]).
lists:last([1, 2, 3]).
lists:last([]).
lists:max([1, 5, 3]).
lists:max([]).
lists:min([b, a]).
lists:member(2, [1, 2]).
lists:nth(1, []).
lists:nth(0, [a]).
lists:nthtail(1, [a, b]).
lists:prefix("ab", "abc").
lists:suffix("bc", "abc").
lists:reverse([1, 2, 3]).
lists:reverse([1], [2]).
lists:seq(1, 5).
lists:seq(1, 10, 3).
lists:seq(5, 1, -2).
lists:seq(5, 1).
lists:seq(1, 0).
lists:seq(1, 5, 0).
lists:sublist([1, 2, 3, 4], 2).
lists:sublist([1, 2, 3, 4], 2, 2).
lists:sublist([1], 5, 2).
lists:subtract([1, 2, 3, 2], [2]).
lists:sum([1, 2.5]).
lists:sum([a]).
lists:split(2, [a, b, c]).
lists:split(5, [a]).
lists:zip([1, 2], [a, b]).
lists:zip([1], [a, b]).
lists:unzip([{1, a}, {2, b}]).
lists:zip3([1], [2], [3]).
lists:unzip3([{1, 2, 3}]).
lists:join(x, [1, 2, 3]).
lists:nth(2, "abc").
lists:enumerate([a, b]).
lists:flatten(atom).
