T = ets:new(t, [set, public]), ets:insert(T, [{a, 1}, {b, 2}, {c, 3}]).  % expect: true
lists:sort(ets:tab2list(T)).  % expect: [{a,1},{b,2},{c,3}]
ets:lookup(T, a).  % expect: [{a,1}]
ets:lookup(T, z).  % expect: []
ets:insert_new(T, {a, 9}).  % expect: false
ets:update_counter(T, a, 5).  % expect: 6
ets:update_counter(T, a, {2, -3, 0, 10}).  % expect: 3
ets:update_counter(T, new, 1, {new, 10}).  % expect: 11
ets:update_counter(T, missing, 1).  % expect error: badarg
ets:update_element(T, b, {2, x}).  % expect: true
ets:lookup_element(T, b, 2).  % expect: x
ets:member(T, c).  % expect: true
lists:sort(ets:match(T, {'$1', '$2'})).  % expect: [[a,3],[b,x],[c,3],[new,11]]
lists:sort(ets:select(T, [{{'$1', '$2'}, [{is_integer, '$2'}, {'>', '$2', 2}], [{{'$2', '$1'}}]}])).  % expect: [{3,a},{3,c},{11,new}]
ets:select_delete(T, [{{'_', '$1'}, [{'=:=', '$1', 3}], [true]}]).  % expect: 2
ets:info(T, size).  % expect: 2
ets:delete(T, a).  % expect: true
O = ets:new(o, [ordered_set]), [ets:insert(O, {X, X * X}) || X <- [5, 3, 1, 4, 2]].  % expect: [true,true,true,true,true]
ets:tab2list(O).  % expect: [{1,1},{2,4},{3,9},{4,16},{5,25}]
{ets:first(O), ets:last(O), ets:next(O, 3), ets:prev(O, 3), ets:next(O, 5), ets:next(O, 2.5)}.  % expect: {1,5,4,2,'$end_of_table',3}
ets:lookup(O, 1.0).  % expect: [{1,1}]
ets:foldl(fun({_, V}, A) -> V + A end, 0, O).  % expect: 55
ets:select_reverse(O, [{{'$1', '_'}, [], ['$1']}]).  % expect: [5,4,3,2,1]
ets:take(O, 1).  % expect: [{1,1}]
B = ets:new(b, [bag]), ets:insert(B, [{a, 1}, {a, 2}, {a, 1}]), ets:lookup(B, a).  % expect: [{a,1},{a,2}]
D = ets:new(d, [duplicate_bag]), ets:insert(D, [{a, 1}, {a, 2}, {a, 1}]), ets:lookup(D, a).  % expect: [{a,1},{a,2},{a,1}]
ets:delete_object(D, {a, 1}), ets:lookup(D, a).  % expect: [{a,2}]
ets:insert(nonexistent, {a}).  % expect error: badarg
ets:insert(T, a).  % expect error: badarg
ets:new(n, [named_table]), ets:new(n, [named_table]).  % expect error: badarg
ets:info(nonexistent).  % expect: undefined
ets:whereis(nonexistent).  % expect: undefined
W = ets:new(w, []), [ets:insert(W, {I, I}) || I <- lists:seq(1, 1000)], ok.  % expect: ok
(fun Walk('$end_of_table', N) -> N; Walk(K, N) -> Next = ets:next(W, K), ets:delete(W, K), Walk(Next, N + 1) end)(ets:first(W), 0).  % expect: 1000
ets:delete(W), ets:lookup(W, 1).  % expect error: badarg
