maps:get(a, #{a => 1}).  % expect: 1
maps:get(b, #{a => 1}).  % expect error: {badkey,b}
maps:get(a, not_a_map).  % expect error: {badmap,not_a_map}
maps:get(b, #{}, default).  % expect: default
maps:find(a, #{a => 1}).  % expect: {ok,1}
maps:put(c, 3, #{a => 1}).  % expect: #{a => 1,c => 3}
maps:update(c, 3, #{a => 1}).  % expect error: {badkey,c}
maps:remove(a, #{a => 1}).  % expect: #{}
maps:take(a, #{a => 1, b => 2}).  % expect: {1,#{b => 2}}
maps:merge(#{a => 1, b => 1}, #{b => 2}).  % expect: #{a => 1,b => 2}
maps:with([a, z], #{a => 1, b => 2}).  % expect: #{a => 1}
maps:without([a], #{a => 1, b => 2}).  % expect: #{b => 2}
maps:from_list([{a, 1}, {a, 2}]).  % expect: #{a => 2}
maps:from_list([a]).  % expect error: badarg
maps:from_keys([a, b], 0).  % expect: #{a => 0,b => 0}
maps:map(fun(_, V) -> V * 2 end, #{a => 1, b => 2}).  % expect: #{a => 2,b => 4}
maps:filter(fun(_, V) -> V > 1 end, #{a => 1, b => 2}).  % expect: #{b => 2}
maps:fold(fun(K, V, A) -> [{K, V} | A] end, [], #{a => 1, b => 2}).  % expect: [{b,2},{a,1}]
maps:update_with(a, fun(V) -> V + 1 end, #{a => 1}).  % expect: #{a => 2}
maps:update_with(b, fun(V) -> V + 1 end, 0, #{a => 1}).  % expect: #{a => 1,b => 0}
lists:sort(maps:to_list(maps:from_list([{I, I} || I <- lists:seq(1, 40)]))) =:= [{I, I} || I <- lists:seq(1, 40)].  % expect: true
M = maps:from_list([{I, I * I} || I <- lists:seq(1, 1000)]), maps:size(M).  % expect: 1000
lists:foldl(fun(K, A) -> maps:remove(K, A) end, M, lists:seq(1, 998)).  % expect: #{999 => 998001,1000 => 1000000}
maps:size(lists:foldl(fun(K, A) -> A#{K => x} end, M, lists:seq(500, 1500))).  % expect: 1500
maps:next(maps:iterator(#{})).  % expect: none
maps:keys(#{1 => a, 1.0 => b, "k" => c, {} => d}).  % expect: [1,1.0,{},"k"]
#{1 => a} =:= #{1.0 => a}.  % expect: false
