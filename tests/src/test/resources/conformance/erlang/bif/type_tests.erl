[is_atom(X) || X <- [a, 1, "s", <<>>]].  % expect: [true,false,false,false]
[is_boolean(X) || X <- [true, false, yes]].  % expect: [true,true,false]
[is_integer(X) || X <- [1, 1.0, 1 bsl 70]].  % expect: [true,false,true]
[is_float(X) || X <- [1, 1.0]].  % expect: [false,true]
[is_number(X) || X <- [1, 1.0, a]].  % expect: [true,true,false]
[is_list(X) || X <- [[], [1], [1 | 2], {}]].  % expect: [true,true,true,false]
[is_tuple(X) || X <- [{}, {a}, []]].  % expect: [true,true,false]
[is_binary(X) || X <- [<<>>, <<1:3>>, "a"]].  % expect: [true,false,false]
[is_bitstring(X) || X <- [<<>>, <<1:3>>, "a"]].  % expect: [true,true,false]
[is_map(X) || X <- [#{}, []]].  % expect: [true,false]
[is_pid(X) || X <- [self(), a]].  % expect: [true,false]
[is_reference(X) || X <- [make_ref(), 1]].  % expect: [true,false]
[is_function(X) || X <- [fun() -> a end, fun lists:map/2, a]].  % expect: [true,true,false]
is_function(fun(_) -> a end, -1).  % expect error: badarg
is_record({a, 1}, a).  % expect error: {undefined_record,a}
is_record({a, 1}, a, 3).  % expect: false
