T = ets:new(t, [set, public]), is_reference(T).  % expect: true
ets:insert(T, {a, 1}).  % expect: true
ets:insert(T, [{b, 2}, {c, 3}]).  % expect: true
ets:lookup(T, a).  % expect: [{a,1}]
ets:lookup(T, missing).  % expect: []
ets:insert_new(T, {a, 9}).  % expect: false
ets:member(T, b).  % expect: true
ets:lookup_element(T, b, 2).  % expect: 2
ets:lookup_element(T, z, 2).  % expect error: badarg
ets:update_counter(T, a, 5).  % expect: 6
ets:update_counter(T, n, {2, 1}, {n, 0}).  % expect: 1
ets:update_element(T, b, {2, new}).  % expect: true
ets:info(T, size).  % expect: 4
lists:sort(ets:tab2list(T)).  % expect: [{a,6},{b,new},{c,3},{n,1}]
lists:sort(ets:match(T, {'$1', '_'})).  % expect: [[a],[b],[c],[n]]
ets:match_object(T, {a, '_'}).  % expect: [{a,6}]
lists:sort(ets:select(T, [{{'$1', '$2'}, [{is_integer, '$2'}], [{{'$2', '$1'}}]}])).  % expect: [{1,n},{3,c},{6,a}]
ets:delete(T, a).  % expect: true
ets:lookup(T, a).  % expect: []
ets:foldl(fun({K, _}, Acc) -> [K | Acc] end, [], T) =/= [].  % expect: true
O = ets:new(o, [ordered_set]), ets:insert(O, [{3, c}, {1, a}, {2, b}]), ets:tab2list(O).  % expect: [{1,a},{2,b},{3,c}]
ets:first(O).  % expect: 1
ets:next(O, 1).  % expect: 2
ets:last(O).  % expect: 3
ets:prev(O, 3).  % expect: 2
ets:next(O, 3).  % expect: '$end_of_table'
B = ets:new(b, [bag]), ets:insert(B, [{k, 1}, {k, 2}, {k, 1}]), ets:lookup(B, k).  % expect: [{k,1},{k,2}]
D = ets:new(d, [duplicate_bag]), ets:insert(D, [{k, 1}, {k, 1}]), length(ets:lookup(D, k)).  % expect: 2
ets:new(named, [named_table]).  % expect: named
ets:insert(named, {x, y}).  % expect: true
ets:lookup(named, x).  % expect: [{x,y}]
ets:delete(named).  % expect: true
ets:lookup(named, x).  % expect error: badarg
ets:take(T, b).  % expect: [{b,new}]
ets:delete_all_objects(T).  % expect: true
ets:info(T, size).  % expect: 0
ets:insert(T, not_a_tuple).  % expect error: badarg
