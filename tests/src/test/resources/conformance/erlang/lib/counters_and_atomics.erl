C = counters:new(2, []), counters:add(C, 1, 5), counters:sub(C, 1, 2), counters:put(C, 2, 7), {counters:get(C, 1), counters:get(C, 2)}.  % expect: {3,7}
counters:get(C, 3).  % expect error: badarg
counters:add(C, 1, a).  % expect error: badarg
maps:get(size, counters:info(C)).  % expect: 2
counters:new(0, []).  % expect error: badarg
A = atomics:new(2, []), atomics:add_get(A, 1, 5).  % expect: 5
[atomics:sub_get(A, 1, 7), atomics:exchange(A, 1, 10), atomics:compare_exchange(A, 1, 10, 11), atomics:compare_exchange(A, 1, 10, 12)].  % expect: [-2,-2,ok,11]
atomics:put(A, 2, 1 bsl 63).  % expect error: badarg
atomics:put(A, 2, (1 bsl 63) - 1), atomics:add_get(A, 2, 1).  % expect: -9223372036854775808
U = atomics:new(1, [{signed, false}]), atomics:sub_get(U, 1, 1).  % expect: 18446744073709551615
maps:get(max, atomics:info(U)).  % expect: 18446744073709551615
is_reference(A).  % expect: true
P = self(), N = counters:new(1, [write_concurrency]), [spawn(fun() -> [counters:add(N, 1, 1) || _ <- lists:seq(1, 100)], P ! done end) || _ <- lists:seq(1, 10)], [receive done -> ok end || _ <- lists:seq(1, 10)], counters:get(N, 1).  % expect: 1000
