maps:new().  % expect: #{}
maps:from_list([{a, 1}, {b, 2}, {a, 3}]).  % expect: #{a => 3,b => 2}
maps:from_keys([a, b], 0).  % expect: #{a => 0,b => 0}
maps:get(a, #{a => 1}).  % expect: 1
maps:get(b, #{a => 1}, default).  % expect: default
maps:find(a, #{a => 1}).  % expect: {ok,1}
maps:find(b, #{a => 1}).  % expect: error
maps:put(a, 2, #{a => 1}).  % expect: #{a => 2}
maps:update(a, 2, #{a => 1}).  % expect: #{a => 2}
maps:update(b, 2, #{a => 1}).  % expect error: {badkey,b}
maps:update_with(a, fun(V) -> V + 1 end, #{a => 1}).  % expect: #{a => 2}
maps:update_with(b, fun(V) -> V + 1 end, 10, #{a => 1}).  % expect: #{a => 1,b => 10}
maps:update_with(b, fun(V) -> V + 1 end, #{a => 1}).  % expect error: {badkey,b}
maps:remove(a, #{a => 1, b => 2}).  % expect: #{b => 2}
maps:take(a, #{a => 1, b => 2}).  % expect: {1,#{b => 2}}
maps:take(c, #{a => 1}).  % expect: error
maps:keys(#{b => 1, a => 2}).  % expect: [a,b]
maps:values(#{b => 1, a => 2}).  % expect: [2,1]
maps:size(#{a => 1}).  % expect: 1
maps:is_key(a, #{a => 1}).  % expect: true
maps:merge(#{a => 1, b => 2}, #{b => 3}).  % expect: #{a => 1,b => 3}
maps:merge_with(fun(_, A, B) -> A + B end, #{a => 1, b => 2}, #{b => 3}).  % expect: #{a => 1,b => 5}
maps:intersect(#{a => 1, b => 2}, #{b => 3}).  % expect: #{b => 3}
maps:map(fun(K, V) -> {K, V} end, #{a => 1}).  % expect: #{a => {a,1}}
maps:filter(fun(_, V) -> V > 1 end, #{a => 1, b => 2}).  % expect: #{b => 2}
maps:filtermap(fun(_, V) -> {true, V * 2} end, #{a => 1}).  % expect: #{a => 2}
maps:fold(fun(K, V, A) -> [{K, V} | A] end, [], #{a => 1, b => 2}).  % expect: [{b,2},{a,1}]
maps:foreach(fun(K, V) -> io:format("~p=~p ", [K, V]) end, #{a => 1, b => 2}).  % expect: a=1 b=2 ok
maps:with([a, c], #{a => 1, b => 2}).  % expect: #{a => 1}
maps:without([a], #{a => 1, b => 2}).  % expect: #{b => 2}
maps:groups_from_list(fun(X) -> X rem 2 end, [1, 2, 3]).  % expect: #{0 => [2],1 => [1,3]}
maps:to_list(maps:from_list([{X, X * X} || X <- [3, 1, 2]])).  % expect: [{1,1},{2,4},{3,9}]
I = maps:iterator(#{a => 1}), {K, V, _} = maps:next(I), {K, V}.  % expect: {a,1}
maps:next(maps:iterator(#{})).  % expect: none
maps:get(a, not_a_map).  % expect error: {badmap,not_a_map}
maps:from_list([a]).  % expect error: badarg
maps:fold(fun(_, V, A) -> V + A end, 0, maps:from_list([{X, X} || X <- lists:seq(1, 100)])).  % expect: 5050
