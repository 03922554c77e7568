F = fun(X) when is_integer(X), X > 0 -> positive; (X) when is_atom(X); is_list(X) -> symbol; (_) -> other end.  % expect: #Fun<...>
[F(1), F(-1), F(a), F([]), F(1.5)].  % expect: [positive,other,symbol,symbol,other]
G = fun(X) when length(X) > 1 -> long; (_) -> short_or_not_list end.  % expect: #Fun<...>
[G([1, 2]), G([1]), G(atom), G([1 | 2])].  % expect: [long,short_or_not_list,short_or_not_list,short_or_not_list]
H = fun(X) when X =:= a orelse hd(X) =:= a -> yes; (_) -> no end.  % expect: #Fun<...>
[H(a), H([a]), H(b), H([])].  % expect: [yes,yes,no,no]
I = fun(X) when element(1, X) =:= ok -> ok; (X) when map_size(X) > 0 -> map; (X) when byte_size(X) =:= 2 -> two_bytes; (_) -> none end.  % expect: #Fun<...>
[I({ok}), I({}), I(#{a => 1}), I(#{}), I(<<"ab">>), I(5)].  % expect: [ok,none,map,none,two_bytes,none]
J = fun(X, Y) when X rem Y =:= 0 -> divides; (_, _) -> no end.  % expect: #Fun<...>
[J(6, 3), J(6, 4), J(6, 0), J(a, 1)].  % expect: [divides,no,no,no]
K = fun(X) when not is_integer(X) -> no_integer; (X) when X band 1 =:= 1, abs(X) > 2 -> odd; (_) -> rest end.  % expect: #Fun<...>
[K(a), K(-3), K(1), K(4)].  % expect: [no_integer,odd,rest,rest]
L = fun(M) when is_map_key(a, M), map_get(a, M) > 1 -> big; (_) -> small end.  % expect: #Fun<...>
[L(#{a => 2}), L(#{a => 1}), L(#{}), L(x)].  % expect: [big,small,small,small]
M = fun(X) when is_function(X, 1) -> f1; (X) when is_function(X) -> f; (X) when is_binary(X) -> b; (X) when is_bitstring(X) -> bits; (X) when is_number(X) -> n; (X) when is_boolean(X) -> bool; (X) when is_tuple(X), tuple_size(X) == 0 -> empty; (_) -> none end.  % expect: #Fun<...>
[M(fun(_) -> a end), M(fun() -> a end), M(<<1>>), M(<<1:3>>), M(1.0), M(true), M({}), M({1})].  % expect: [f1,f,b,bits,n,bool,empty,none]
