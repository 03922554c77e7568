T = ets:new(t, [set, public]), is_reference(T).
ets:insert(T, {a, 1}).
ets:insert(T, [{b, 2}, {c, 3}]).
ets:lookup(T, a).
ets:lookup(T, missing).
ets:insert_new(T, {a, 9}).
ets:member(T, b).
ets:lookup_element(T, b, 2).
ets:lookup_element(T, z, 2).
ets:update_counter(T, a, 5).
ets:update_counter(T, n, {2, 1}, {n, 0}).
ets:update_element(T, b, {2, new}).
ets:info(T, size).
lists:sort(ets:tab2list(T)).
lists:sort(ets:match(T, {'$1', '_'})).
ets:match_object(T, {a, '_'}).
lists:sort(ets:select(T, [{{'$1', '$2'}, [{is_integer, '$2'}], [{{'$2', '$1'}}]}])).
ets:delete(T, a).
ets:lookup(T, a).
ets:foldl(fun({K, _}, Acc) -> [K | Acc] end, [], T) =/= [].
O = ets:new(o, [ordered_set]), ets:insert(O, [{3, c}, {1, a}, {2, b}]), ets:tab2list(O).
ets:first(O).
ets:next(O, 1).
ets:last(O).
ets:prev(O, 3).
ets:next(O, 3).
B = ets:new(b, [bag]), ets:insert(B, [{k, 1}, {k, 2}, {k, 1}]), ets:lookup(B, k).
D = ets:new(d, [duplicate_bag]), ets:insert(D, [{k, 1}, {k, 1}]), length(ets:lookup(D, k)).
ets:new(named, [named_table]).
ets:insert(named, {x, y}).
ets:lookup(named, x).
ets:delete(named).
ets:lookup(named, x).
ets:take(T, b).
ets:delete_all_objects(T).
ets:info(T, size).
ets:insert(T, not_a_tuple).
