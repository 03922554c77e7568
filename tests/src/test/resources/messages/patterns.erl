-module(patterns).
-export([b/1, c/1]).
b(X + 1) -> X;
b(X ++ "a") -> X;
b(<<X/binary, Y>>) -> {X, Y};
b({1 + 2, -1, "a" ++ T}) -> T.
c(X) -> X = #{a => 1}, #{a := _} = X, X#{b => 2} = X.
