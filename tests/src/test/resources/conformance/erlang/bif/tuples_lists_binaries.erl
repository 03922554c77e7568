split_binary(<<"abcdef">>, 2).
split_binary(<<"ab">>, 3).
binary_part(<<"abcdef">>, 1, 3).
binary_part(<<"abcdef">>, {5, -2}).
binary_part(<<"abc">>, 2, 5).
byte_size(<<1:9>>).
bit_size(<<>>).
size({1, 2}).
size(<<1, 2, 3>>).
size([]).
iolist_size([1, "ab", <<"cde">>]).
erlang:md5("abc").
erlang:crc32("abc").
erlang:adler32("abc").
term_to_binary({a, 1}).
term_to_binary([1, 2, 3]).
term_to_binary("str").
term_to_binary(1.5).
term_to_binary(<<"bin">>).
term_to_binary(#{a => 1}).
term_to_binary(1 bsl 70).
binary_to_term(term_to_binary({[a, "b", <<"c">>], 1.5, -1, #{k => [v]}, 1 bsl 100})).
binary_to_term(<<131>>).
binary_to_term(<<1, 2>>).
erlang:phash2(a) =:= erlang:phash2(a).
erlang:phash2({1, "two", <<"three">>}).
erlang:phash2([1, 2, 3], 100).
setelement(2, {a, b, c}, x).
element(1, {}).
hd("abc").
lists:nth(2, [a, b, c]).
tl([]).
length([1 | x]).
erlang:binary_to_existing_atom(<<"ok">>, utf8).
erlang:external_size(a) > 0.
