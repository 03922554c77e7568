proplists:get_value(a, [{a, 1}, b]).  % expect: 1
proplists:get_value(b, [{a, 1}, b]).  % expect: true
proplists:get_value(c, [{a, 1}], default).  % expect: default
proplists:get_all_values(a, [{a, 1}, {a, 2}]).  % expect: [1,2]
proplists:is_defined(b, [b]).  % expect: true
proplists:delete(a, [{a, 1}, b, a]).  % expect: [b]
proplists:get_bool(b, [b]).  % expect: true
proplists:lookup(a, [{a, 1}]).  % expect: {a,1}
proplists:to_map([a, {b, 2}]).  % expect: #{a => true,b => 2}
ordsets:from_list([3, 1, 2, 1]).  % expect: [1,2,3]
ordsets:union([1, 3], [2]).  % expect: [1,2,3]
ordsets:is_element(2, [1, 2]).  % expect: true
orddict:to_list(orddict:store(b, 2, orddict:store(a, 1, orddict:new()))).  % expect: [{a,1},{b,2}]
orddict:find(a, [{a, 1}]).  % expect: {ok,1}
sets:to_list(sets:from_list([1, 1])).  % expect: [1]
sets:is_element(1, sets:from_list([1, 2])).  % expect: true
lists:sort(sets:to_list(sets:union(sets:from_list([1]), sets:from_list([2])))).  % expect: [1,2]
queue:to_list(queue:in(2, queue:in(1, queue:new()))).  % expect: [1,2]
{{value, X}, Q} = queue:out(queue:from_list([a, b])), {X, queue:to_list(Q)}.  % expect: {a,[b]}
queue:len(queue:from_list([1, 2, 3])).  % expect: 3
lists:sort(dict:to_list(dict:store(b, 2, dict:store(a, 1, dict:new())))).  % expect: [{a,1},{b,2}]
dict:fetch(a, dict:from_list([{a, 1}])).  % expect: 1
gb_trees:to_list(gb_trees:insert(b, 2, gb_trees:insert(a, 1, gb_trees:empty()))).  % expect: [{a,1},{b,2}]
gb_trees:lookup(a, gb_trees:from_orddict([{a, 1}])).  % expect: {value,1}
gb_sets:to_list(gb_sets:from_list([3, 1, 2])).  % expect: [1,2,3]
array:to_list(array:set(2, x, array:new())).  % expect: [undefined,undefined,x]
array:get(0, array:from_list([a])).  % expect: a
array:size(array:from_list([a, b])).  % expect: 2
