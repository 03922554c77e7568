put(log, []), L = fun(V) -> put(log, [V | get(log)]), V end, {L(1), L(2), L(3)}.  % expect: {1,2,3}
lists:reverse(get(log)).  % expect: [1,2,3]
put(log, []), [L(1) + L(2), L(3) * L(4)].  % expect: [3,12]
lists:reverse(get(log)).  % expect: [1,2,3,4]
put(log, []), #{L(k1) => L(v1), L(k2) => L(v2)}.  % expect: #{k1 => v1,k2 => v2}
lists:reverse(get(log)).  % expect: [k1,v1,k2,v2]
put(log, []), catch apply(L(lists), L(nth), [L(1), L([a])]).  % expect: a
lists:reverse(get(log)).  % expect: [lists,nth,1,[a]]
put(log, []), L([1]) ++ L([2]) ++ L([3]).  % expect: [1,2,3]
lists:reverse(get(log)).  % expect: [[1],[2],[3]]
put(log, []), L(1) < L(2).  % expect: true
lists:reverse(get(log)).  % expect: [1,2]
