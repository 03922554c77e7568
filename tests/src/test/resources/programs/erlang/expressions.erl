%% Every kind of expression once: its value, or the class and reason of what it raises.
-module(expressions).
-export([main/0, id/1]).
-compile(nowarn_unused_vars).
-record(r, {a = 1, b, c = "x"}).
-record(s, {r = #r{}, n = foo}).
-define(T(E), t(??E, fun() -> E end)).
id(X) -> X.
t(N, F) ->
  R = try {ok, F()} catch C:E -> {C, E} end,
  io:format("~ts~n  ~w~n", [N, R]).
main() ->
  ?T(1 + id(2) * 3 - id(4) div 3 rem 2),
  ?T(id(7) band 3 bor 8 bxor 1),
  ?T(bnot id(5)),
  ?T(id(1) bsl 70 bsr 68),
  ?T(-id(9223372036854775807) - 2),
  ?T(id(9223372036854775807) * id(2)),
  ?T(id(-9223372036854775808) div id(-1)),
  ?T(id(5) / id(2)), ?T(id(1.5) + 1), ?T(id(1.0e308) * 10),
  ?T(id(a) + 1), ?T(id(1) div id(0)), ?T(id(1) rem id(0)), ?T(id(1.0) div 2),
  ?T(id(1) == id(1.0)), ?T(id(1) =:= id(1.0)), ?T(id(9007199254740993) == id(9007199254740992.0)),
  ?T(lists:sort([b, 1, "a", {}, #{}, <<>>, [], fun id/1 =:= fun id/1, {1,2}, <<1:3>>, 2, a])),
  ?T([1 < a, a < {}, {} < #{}, #{} < [], [] < <<>>, [1] < <<>>, {1,2} < {1,2,3}, {9} < {1,2}, #{a=>1} < #{b=>1}]),
  ?T(true and id(false)), ?T(true or id(x)), ?T(id(x) and true), ?T(id(1) andalso 2), ?T(true andalso id(5)), ?T(id(false) orelse id(7)), ?T(not id(1)), ?T(true xor id(true)),
  ?T(id([1,2,3]) -- [2]), ?T(id([1,2]) ++ 3), ?T(id(x) ++ [1]), ?T([] ++ id(x)), ?T(id([1|2]) ++ []), ?T([1,2,1] -- id([1,1,1])),
  ?T(begin {X, X} = {id(1), 1}, X end), ?T(begin {X, X} = {id(1), 2}, X end), ?T(begin [H|T] = id([]), {H,T} end),
  ?T(case id(3) of X when X > 5 -> a; X when X > 2, X < 3; X =:= 3 -> b end), ?T(case id(1) of 2 -> x end), ?T(begin I = id(1), if I =:= x -> 1 end end),
  ?T(case id({a, [1,2|z]}) of {b, _} -> 1; {a, [1, _ | z]} = W -> W end),
  ?T(case id("abc") of "ab" ++ R -> R end), ?T(case id(<<"abc">>) of <<"ab", R/binary>> -> R end),
  ?T(case id(#{a => 1, {x} => 2}) of #{{x} := V, a := 1} -> V; _ -> no end), ?T(case id(#{}) of #{a := _} -> yes; #{} -> no end),
  ?T(case id(5) of X when hd(X) =:= 1; X =:= 5 -> ok; _ -> nok end), ?T(case id(5) of X when hd(X) =:= 1 orelse X =:= 5 -> ok; _ -> nok end),
  ?T(case id(a) of X when X -> 1; X when not X -> 2; _ -> 3 end), ?T(case id({1,2}) of X when element(3, X) == 1 -> a; X when tuple_size(X) == 2 -> b end),
  ?T(case id(#r{b = 2}) of #r{a = A, b = B} when A < B -> {A, B} end), ?T(case id({r, 1}) of X when X#r.a == 1 -> y; _ -> n end), ?T(is_record(id(#r{}), r)), ?T(is_record(id({r}), r)), ?T(is_record(id({r, 1}), r, 2)),
  ?T((id(#r{}))#r.c), ?T((id(x))#r.c), ?T((id(#r{}))#r{a = 5, c = 6}), ?T((id({r}))#r{a = 5}), ?T(#s{}), ?T((#s{})#s.r#r.a), ?T(#r.c), ?T(record_info(fields, s)), ?T(record_info(size, r)), ?T(#r{_ = z, a = 2}), ?T(begin S = #s{}, S#s{r = (S#s.r)#r{b = 9}} end),
  ?T([X || X <- id([1,2,3]), X rem 2 =:= 1]), ?T([{X,Y} || X <- [1,2], Y <- lists:seq(1, X)]), ?T([X || X <- id(foo)]), ?T([X || X <- [1|id(x)]]), ?T([X || {X, _} <- [{1,2}, 3, {4,5}]]), ?T([X || X <- [1,2], begin Y = X, Y > 1 end]), ?T([X || X <- [a], id(bad)]), ?T([X || X <- [3,1], is_atom(X) orelse X > 2]),
  ?T(<< <<X:4>> || X <- [1,2,3] >>), ?T([X || <<X:3>> <= <<255, 0>>]), ?T([{A,B} || <<A, B:4/binary>> <= <<1,2,3,4,5,6,7>>]), ?T(<< <<B/binary, 0>> || B <- [<<1>>, <<2,3>>] >>), ?T([X || <<X, 1>> <= <<5,1,6,2,7,1>>]), ?T([X || <<X>> <= id(foo)]),
  ?T(<<(id(258)):16/little, 1:4, 2:4, -1:8, 1.5/float, 3.0:32/float-little>>), ?T(<<(id(a))>>), ?T(<<1:(id(-1))>>), ?T(<<(id(<<1,2,3>>)):2/binary>>), ?T(<<(id(<<1,2,3>>)):4/binary>>), ?T(<<"e"/utf8, $x/utf16, 16#1F600/utf32>>), ?T(<<(id(16#D800))/utf8>>), ?T(<<(id(<<1:3>>))/bits, 1:5>>), ?T(<<(id(<<1:3>>))/binary>>), ?T(<<1, "abc", 2:(id(3))>>),
  ?T(begin <<A:8/signed, B:16/little-signed, C/binary>> = id(<<255, 1, 255, 9>>), {A,B,C} end), ?T(begin <<F:64/float>> = id(<<1.25/float>>), F end), ?T(begin <<N:8, B:N/unit:4, R/bits>> = id(<<2, 16#AB, 3>>), {N,B,R} end), ?T(begin <<X/utf8, R/binary>> = id(<<"ea"/utf8>>), {X,R} end), ?T(begin <<1:1, X:7, Y/bits>> = id(<<129, 2>>), {X, Y} end), ?T(begin <<X:16>> = id(<<1>>), X end), ?T(case id(<<1,2,3>>) of <<A, B>> -> {A,B}; <<A, _/binary>> -> A end), ?T(case id(<<1:7>>) of <<_/binary>> -> bin; <<_/bits>> -> bits end), ?T(case id(<<"xyz">>) of <<C, "yz">> when C > $a -> C end),
  ?T(try id(1) of 1 -> one catch _:_ -> c after id(x) end), ?T(try throw(a) catch a -> caught end), ?T(try throw(a) catch b -> caught end), ?T(try error(x) catch throw:_ -> t; error:x -> e end), ?T(try exit(y) catch C:R -> {C,R} end), ?T(try id(1) of 2 -> x catch _:_ -> y end), ?T(try error(a) catch error:a -> error(b) after put(z, 1) end), ?T((catch throw(x))), ?T((catch exit(x))), ?T(try try error(in) after id(ok) end catch error:E -> {got, E} end), ?T(try (try throw(q) catch error:_ -> no end) catch throw:Q -> {outer, Q} end), ?T(try erlang:raise(exit, foo, []) catch exit:foo -> yes end),
  ?T((fun(X) when X > 1 -> X; (_) -> neg end)(id(0))), ?T((fun(1) -> 1 end)(id(2))), ?T((id(3))(1)), ?T((id(foo)):bar(1)), ?T(foo:bar()), ?T((id(?MODULE)):(id(id))(4)), ?T(apply(id(?MODULE), id, [5])), ?T(apply(fun id/1, [6])), ?T(begin F = fun ?MODULE:id/1, F(7) end), ?T(begin X = 1, F = fun(X2) -> X + X2 end, F(2) end),
  ?T(begin F = fun Fib(N) when N < 2 -> N; Fib(N) -> Fib(N-1) + Fib(N-2) end, F(15) end),
  ?T(begin A = case id(1) of 1 -> B = 2, x; _ -> B = 3, y end, {A, B} end), ?T(begin case id(1) of 1 -> {P, Q} = {1,2}; 2 -> P = Q = 0 end, P + Q end), ?T(begin if 1 > 0 -> Z = 1; true -> Z = 2 end, Z end),
  ?T(#{a => 1, b => id(2)}), ?T((id(#{a => 1}))#{a := 2, c => 3}), ?T((id(#{}))#{a := 2}), ?T((id(x))#{a => 2}), ?T(maps:get(z, id(#{}))), ?T(#{1 => a, 1.0 => b}), ?T(map_size(id(#{a => 1}))), ?T(map_size(id(x))),
  ?T(hd(id([]))), ?T(tl(id(a))), ?T(length(id([1|2]))), ?T(element(id(0), {a})), ?T(element(1, id({a}))), ?T(setelement(2, id({a,b}), c)), ?T(tuple_size(id(x))), ?T(byte_size(id(<<1:9>>))), ?T(bit_size(id(<<1:9>>))), ?T(abs(id(-3))), ?T(round(id(2.5))), ?T(trunc(id(-2.7))), ?T(float(id(3))), ?T(list_to_atom(id("a b"))), ?T(atom_to_list(id(1))), ?T(integer_to_list(id(255), 16)), ?T(list_to_integer(id("zz"))), ?T(max(id(1), 1.0)), ?T(min(id(a), 1)), ?T(size(id({1,2}))), ?T(node()), ?T(is_function(fun id/1, 1)), ?T(is_function(id(x), 1)), ?T(throw(id(t))), ?T(exit(id(e))), ?T(error(id(er))),
  ?T("a" "b" ++ [$c]), ?T($\x41), ?T('hello world'), ?T(16#ff), ?T(1_000), ?T(36#Zz), ?T(1.0e-3), ?T(-0.0), ?T([a|b]), ?T([1,2|id([3])]), ?T({}), ?T({id(1), [id(2)], "s"}),
  ?T(begin self() ! {m, 1}, self() ! {m, 2}, receive {m, 2} -> two end end), ?T(receive {m, X} -> X after 10 -> none end), ?T(receive after 1 -> t end), ?T(receive nope -> 1 after 0 -> Zz = 3, Zz end), ?T(receive after id(x) -> 1 end),
  ?T(begin put(k, []), A = [begin put(k, [N|get(k)]), N end || N <- [1,2,3]], {A, get(k)} end),
  ?T(begin put(o, []), O = fun(X) -> put(o, [X|get(o)]), X end, {O(1), [O(2)|O(3)], #{O(4) => O(5)}, <<(O(6)), (O(7))>>, O(8) + O(9), (fun(_) -> O(11) end)(O(10))}, get(o) end),
  ?T(begin L = lists:seq(1, 5), [{X, Y} || X <- L, X rem 2 =:= 0, Y <- L, Y > X] end), ?T([[Y || Y <- lists:seq(1, X)] || X <- [1,2,3]]),
  ?T(f1(id(3), [])), ?T(f1(x, 1)), ?T(f2({a, b}, {b, a})), ?T(f2({a, b}, {a, b})), ?T(f3([1, 2, {3, <<4>>}])), ?T(f4(10)), ?T(lists:map(fun({A, _}) -> A end, [{1,2}, {3,4}])), ?T(lists:foldl(fun(X, A) -> X * A end, 1, lists:seq(1, 25))),
  ok.
f1(0, A) -> A; f1(N, A) when is_integer(N) -> f1(N - 1, [N|A]).
f2({X, Y}, {Y, X}) -> swapped; f2(X, X) -> same; f2(_, _) -> other.
f3([A, B, {C, <<D>>} | _] = L) when A + B =:= C -> {L, D}.
f4(N) when N rem 2 =:= 0, N > 5 orelse N < 0 -> even; f4(_) -> other.
