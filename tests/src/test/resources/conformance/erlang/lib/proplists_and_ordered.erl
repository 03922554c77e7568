proplists:get_value(a, [{a, 1}, b]).
proplists:get_value(b, [{a, 1}, b]).
proplists:get_value(c, [{a, 1}], default).
proplists:get_all_values(a, [{a, 1}, {a, 2}]).
proplists:is_defined(b, [b]).
proplists:delete(a, [{a, 1}, b, a]).
proplists:get_bool(b, [b]).
proplists:lookup(a, [{a, 1}]).
proplists:to_map([a, {b, 2}]).
ordsets:from_list([3, 1, 2, 1]).
ordsets:union([1, 3], [2]).
ordsets:is_element(2, [1, 2]).
orddict:to_list(orddict:store(b, 2, orddict:store(a, 1, orddict:new()))).
orddict:find(a, [{a, 1}]).
sets:to_list(sets:from_list([1, 1])).
sets:is_element(1, sets:from_list([1, 2])).
lists:sort(sets:to_list(sets:union(sets:from_list([1]), sets:from_list([2])))).
queue:to_list(queue:in(2, queue:in(1, queue:new()))).
{{value, X}, Q} = queue:out(queue:from_list([a, b])), {X, queue:to_list(Q)}.
queue:len(queue:from_list([1, 2, 3])).
lists:sort(dict:to_list(dict:store(b, 2, dict:store(a, 1, dict:new())))).
dict:fetch(a, dict:from_list([{a, 1}])).
gb_trees:to_list(gb_trees:insert(b, 2, gb_trees:insert(a, 1, gb_trees:empty()))).
gb_trees:lookup(a, gb_trees:from_orddict([{a, 1}])).
gb_sets:to_list(gb_sets:from_list([3, 1, 2])).
array:to_list(array:set(2, x, array:new())).
array:get(0, array:from_list([a])).
array:size(array:from_list([a, b])).
