maps:new().
maps:from_list([{a, 1}, {b, 2}, {a, 3}]).
maps:from_keys([a, b], 0).
maps:get(a, #{a => 1}).
maps:get(b, #{a => 1}, default).
maps:find(a, #{a => 1}).
maps:find(b, #{a => 1}).
maps:put(a, 2, #{a => 1}).
maps:update(a, 2, #{a => 1}).
maps:update(b, 2, #{a => 1}).
maps:update_with(a, fun(V) -> V + 1 end, #{a => 1}).
maps:update_with(b, fun(V) -> V + 1 end, 10, #{a => 1}).
maps:update_with(b, fun(V) -> V + 1 end, #{a => 1}).
maps:remove(a, #{a => 1, b => 2}).
maps:take(a, #{a => 1, b => 2}).
maps:take(c, #{a => 1}).
maps:keys(#{b => 1, a => 2}).
maps:values(#{b => 1, a => 2}).
maps:size(#{a => 1}).
maps:is_key(a, #{a => 1}).
maps:merge(#{a => 1, b => 2}, #{b => 3}).
maps:merge_with(fun(_, A, B) -> A + B end, #{a => 1, b => 2}, #{b => 3}).
maps:intersect(#{a => 1, b => 2}, #{b => 3}).
maps:map(fun(K, V) -> {K, V} end, #{a => 1}).
maps:filter(fun(_, V) -> V > 1 end, #{a => 1, b => 2}).
maps:filtermap(fun(_, V) -> {true, V * 2} end, #{a => 1}).
maps:fold(fun(K, V, A) -> [{K, V} | A] end, [], #{a => 1, b => 2}).
maps:foreach(fun(K, V) -> io:format("~p=~p ", [K, V]) end, #{a => 1, b => 2}).
maps:with([a, c], #{a => 1, b => 2}).
maps:without([a], #{a => 1, b => 2}).
maps:groups_from_list(fun(X) -> X rem 2 end, [1, 2, 3]).
maps:to_list(maps:from_list([{X, X * X} || X <- [3, 1, 2]])).
I = maps:iterator(#{a => 1}), {K, V, _} = maps:next(I), {K, V}.
maps:next(maps:iterator(#{})).
maps:get(a, not_a_map).
maps:from_list([a]).
maps:fold(fun(_, V, A) -> V + A end, 0, maps:from_list([{X, X} || X <- lists:seq(1, 100)])).
