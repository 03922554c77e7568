split_binary(<<"abcdef">>, 2).  % expect: {<<"ab">>,<<"cdef">>}
split_binary(<<"ab">>, 3).  % expect error: badarg
binary_part(<<"abcdef">>, 1, 3).  % expect: <<"bcd">>
binary_part(<<"abcdef">>, {5, -2}).  % expect: <<"de">>
binary_part(<<"abc">>, 2, 5).  % expect error: badarg
byte_size(<<1:9>>).  % expect: 2
bit_size(<<>>).  % expect: 0
size({1, 2}).  % expect: 2
size(<<1, 2, 3>>).  % expect: 3
size([]).  % expect error: badarg
iolist_size([1, "ab", <<"cde">>]).  % expect: 6
erlang:md5("abc").  % expect: <<144,1,80,152,60,210,79,176,214,150,63,125,40,225,127,114>>
erlang:crc32("abc").  % expect: 891568578
erlang:adler32("abc").  % expect: 38600999
term_to_binary({a, 1}).  % expect: <<131,104,2,100,0,1,97,97,1>>
term_to_binary([1, 2, 3]).  % expect: <<131,107,0,3,1,2,3>>
term_to_binary("str").  % expect: <<131,107,0,3,115,116,114>>
term_to_binary(1.5).  % expect: <<131,70,63,248,0,0,0,0,0,0>>
term_to_binary(<<"bin">>).  % expect: <<131,109,0,0,0,3,98,105,110>>
term_to_binary(#{a => 1}).  % expect: <<131,116,0,0,0,1,100,0,1,97,97,1>>
term_to_binary(1 bsl 70).  % expect: <<131,110,9,0,0,0,0,0,0,0,0,0,64>>
binary_to_term(term_to_binary({[a, "b", <<"c">>], 1.5, -1, #{k => [v]}, 1 bsl 100})).  % expect: {[a,"b",<<"c">>],1.5,-1,#{k => [v]},1267650600228229401496703205376}
binary_to_term(<<131>>).  % expect error: badarg
binary_to_term(<<1, 2>>).  % expect error: badarg
erlang:phash2(a) =:= erlang:phash2(a).  % expect: true
erlang:phash2({1, "two", <<"three">>}).  % expect: 83007800
erlang:phash2([1, 2, 3], 100).  % expect: 88
setelement(2, {a, b, c}, x).  % expect: {a,x,c}
element(1, {}).  % expect error: badarg
hd("abc").  % expect: 97
lists:nth(2, [a, b, c]).  % expect: b
tl([]).  % expect error: badarg
length([1 | x]).  % expect error: badarg
erlang:binary_to_existing_atom(<<"ok">>, utf8).  % expect: ok
erlang:external_size(a) > 0.  % expect: true
