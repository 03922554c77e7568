[is_atom(X) || X <- [a, 1, "s", <<>>]].
[is_boolean(X) || X <- [true, false, yes]].
[is_integer(X) || X <- [1, 1.0, 1 bsl 70]].
[is_float(X) || X <- [1, 1.0]].
[is_number(X) || X <- [1, 1.0, a]].
[is_list(X) || X <- [[], [1], [1 | 2], {}]].
[is_tuple(X) || X <- [{}, {a}, []]].
[is_binary(X) || X <- [<<>>, <<1:3>>, "a"]].
[is_bitstring(X) || X <- [<<>>, <<1:3>>, "a"]].
[is_map(X) || X <- [#{}, []]].
[is_pid(X) || X <- [self(), a]].
[is_reference(X) || X <- [make_ref(), 1]].
[is_function(X) || X <- [fun() -> a end, fun lists:map/2, a]].
is_function(fun(_) -> a end, -1).
is_record({a, 1}, a).
is_record({a, 1}, a, 3).
