-module(binaries).
-export([a/1, b/1]).
a(X) -> <<X:8/foo>>, <<X/integer-float>>, <<X/binary-unit:0>>, <<X/binary-unit:300>>, <<X:Y>>,
  <<X/utf8-signed>>, <<X:8/utf8>>, <<"abc":4/binary>>, <<X/little-big>>, <<X/unit:8>>.
b(<<X/bits, Y/bits>>) -> {X, Y};
b(<<X:N, N>>) -> {X, N};
b(<<N, X:N/binary>>) -> X.
