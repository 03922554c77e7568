% policy: untrusted
X = lists:foldl(fun(_, A) -> {A, A} end, x, lists:seq(1, 60)), self() ! X, receive Y -> element(1, Y) =:= element(2, Y) end.  % expect: true
