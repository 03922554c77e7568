case 1 of 1 -> one; 2 -> two end.  % expect: one
case 3 of 1 -> one; _ -> other end.  % expect: other
case 3 of 1 -> one end.  % expect error: {case_clause,3}
case {ok, 5} of {ok, X} when X > 3 -> big; {ok, _} -> small end.  % expect: big
case {ok, 2} of {ok, X2} when X2 > 3 -> big; {ok, _} -> small end.  % expect: small
case [1, 2] of [A | B] -> {A, B} end.  % expect: {1,[2]}
case a of b -> 1; a when false -> 2; a when 1 + a -> 3; a -> 4 end.  % expect: 4
case "abc" of "ab" ++ T -> T end.  % expect: "c"
case 5 of N when is_integer(N), N > 1; is_atom(N) -> yes; _ -> no end.  % expect: yes
case x of Y -> Y end.  % expect: x
Y.  % expect: x
case 1.0 of 1 -> integer; 1.0 -> float end.  % expect: float
case <<1, 2>> of <<>> -> empty; <<H, _/binary>> -> H end.  % expect: 1
case #{a => 1} of #{b := _} -> b; #{a := V} -> V end.  % expect: 1
