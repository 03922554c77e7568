-module(guards_and_sizes).
-export([a/2, b/1, c/2, d/1, e/1, f/1]).

a(X, Y) when Z > X, Z < Y, {Z, Q} =:= X -> Z.

b(<<N:Size, R/binary>>) -> {N, R, Size}.

c(K, #{K := V}) -> V.

d(<<X:16/float, Y:17/float, "a":8, _/binary>>) -> {X, Y}.

e(X) ->
    <<X:all/integer, X/unit:8, X/foo, X/signed-unsigned, X:(f(X))/unit:3-unit:4>>,
    <<_:(f(X))>> = X,
    <<_:a>> = X,
    <<_/bits, _/bits>> = X.

f(X) ->
    <<A:8>> = <<B:8>> = X,
    #{K := A} = #{K := B} = X.
