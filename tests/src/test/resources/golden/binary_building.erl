-module(binary_building).
-export([build/2]).

build(X, B) -> <<X:16/little, (byte_size(B)):8, B/binary>>.
