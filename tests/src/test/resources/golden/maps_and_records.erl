-module(maps_and_records).
-export([f/2]).
-record(point, {x = 0, y}).

f(#point{x = X} = P, #{key := V} = M) -> {P#point{y = V}, M#{key := X, new => 1}}.
