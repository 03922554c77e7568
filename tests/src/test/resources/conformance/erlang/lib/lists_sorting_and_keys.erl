lists:sort([3, 1, 2, 1]).
lists:sort([b, 1, "a", {}, 1.0]).
lists:sort(fun(A, B) -> A >= B end, [3, 1, 2]).
lists:usort([3, 1, 2, 1, 3]).
lists:usort([1, 1.0, 2]).
lists:usort(fun(A, B) -> A =< B end, [2, 1, 2]).
lists:merge([1, 3, 5], [2, 4]).
lists:merge([[1, 4], [2], [3]]).
lists:umerge([1, 2], [2, 3]).
lists:keyfind(b, 1, [{a, 1}, {b, 2}]).
lists:keyfind(c, 1, [{a, 1}, x]).
lists:keymember(1, 2, [{a, 1}]).
lists:keysearch(a, 1, [{a, 1}]).
lists:keydelete(a, 1, [{b, 2}, {a, 1}, {a, 3}]).
lists:keyreplace(a, 1, [{a, 1}, {b, 2}], {a, new}).
lists:keystore(c, 1, [{a, 1}], {c, 3}).
lists:keytake(a, 1, [{b, 2}, {a, 1}]).
lists:keysort(2, [{a, 3}, {b, 1}, {c, 2}]).
lists:ukeysort(1, [{b, 1}, {a, 1}, {b, 2}]).
lists:keymerge(1, [{a, 1}, {c, 1}], [{b, 2}]).
lists:keymap(fun(X) -> X * 2 end, 2, [{a, 1}, {b, 2}]).
lists:sort(a).
lists:keyfind(1, 1.0, [{1}]).
lists:sort(fun(_, _) -> throw(out) end, [2, 1]).
