% policy: untrusted
% limit: reductions=30M,time=30s
Chunks = fun(Bytes) -> beam_lib:chunks(<<"Moonbeam forms\n", Bytes/binary>>, [exports, attributes]) end, ok.  % expect: ok
element(1, Chunks(<<131, 80, 16#ffffffff:32, (zlib:compress(<<0>>))/binary>>)).  % expect: error
element(1, Chunks(<<131, 104, 3, 100>>)).  % expect: error
[element(1, Chunks(term_to_binary({m, "f", Forms}))) || Forms <- [[], [x], [{attribute}], [{function, 1}], [{attribute, 1, vsn, 3}]]].  % expect: [ok,ok,ok,ok,ok]
