-module(scope_of_sizes_and_keys).
-export([main/0]).

%% What a size or a key in the head of a fun refers to: what earlier segments of the same bit string
%% bind, else what is bound outside, never what another parameter binds.

main() ->
  L = 8,
  One = fun(<<L:L, Body:L/binary, _/bits>>) -> {L, Body} end,
  show(One(<<2, "abc">>)),
  Two = fun(<<L:L, _/bits>>, <<L:L, B:L>>) -> {L, B} end,
  show(Two(<<16, 0>>, <<16, 1, 2>>)),
  Nested = fun({L, #{bits := <<N:L, L:N>>}}) -> {L, N} end,
  show(Nested({5, #{bits => <<8, 5>>}})),
  K = key,
  Key = fun(K, #{K := V}) -> {K, V} end,
  show(Key(other, #{key => 1})),
  show([{L, X} || <<L:L, X:L>> <= <<8, 1, 16, 2, 3, 4, 15>>]),
  show([{K, V} || {K, #{K := V}} <- [{a, #{key => 1}}, {b, #{b => 1}}]]),
  show(catch Two(<<1>>, <<2>>)),
  show(again({int, 2}, <<2:16, "abcd">>)),
  show(catch again({int, 3}, <<2:16, "abcd">>)),
  show(twice([<<8, 1, 2>>], {1, <<8, 1, 2>>})).

again({int, N}, <<N:16, Body:N/binary, Rest/binary>>) -> {Body, Rest}.

twice([<<L, I:L, X:8>>], {I, <<L, I:L, X:L>>}) -> {L, I, X}.

show({'EXIT', {Reason, _}}) -> io:format("~p~n", [Reason]);
show(Term) -> io:format("~p~n", [Term]).
%% expect: {2,<<"ab">>}
%% expect: {16,258}
%% expect: {5,8}
%% expect: {other,1}
%% expect: [{8,1},{16,515},{4,0}]
%% expect: [{a,1}]
%% expect: function_clause
%% expect: {<<"ab">>,<<"cd">>}
%% expect: function_clause
%% expect: {8,1,2}
