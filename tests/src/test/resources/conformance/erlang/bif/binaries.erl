byte_size(<<1, 2:4>>).  % expect: 2
bit_size(<<1, 2:4>>).  % expect: 12
binary_part(<<"hello">>, 1, 3).  % expect: <<"ell">>
binary_part(<<"hello">>, 5, -3).  % expect: <<"llo">>
binary_part(<<"hello">>, {4, 2}).  % expect error: badarg
split_binary(<<"abc">>, 1).  % expect: {<<"a">>,<<"bc">>}
list_to_binary([1, <<2, 3>>, [4 | <<5>>]]).  % expect: <<1,2,3,4,5>>
list_to_binary([1, 256]).  % expect error: badarg
iolist_size([1, [2 | <<3, 4>>]]).  % expect: 4
iolist_to_binary("").  % expect: <<>>
bitstring_to_list(<<1, 2, 3:3>>).  % expect: [1,2,<<3:3>>]
list_to_bitstring([<<1:3>>, <<2:5>>]).  % expect: <<"\"">>
erlang:md5(term_to_binary({a, 1.5, "str", [1, 1000], <<1:3>>, #{a => b}, 1 bsl 70})).  % expect: <<31,33,240,152,107,190,160,122,24,239,20,99,229,233,55,249>>
binary_to_term(term_to_binary([a | {b, -1, 300, 1 bsl 40}])).  % expect: [a|{b,-1,300,1099511627776}]
binary_to_term(<<131, 80, 255, 255, 255, 255, 120, 156>>).  % expect error: badarg
binary_to_term(<<131, 110, 255, 0, 1>>).  % expect error: badarg
binary_to_term(<<131, 97>>).  % expect error: badarg
binary_to_term(<<131, 97, 1, 9>>, [used]).  % expect: {1,3}
binary_to_term(term_to_binary(lists:duplicate(100, abc), [compressed])) =:= lists:duplicate(100, abc).  % expect: true
erlang:crc32(<<"hello">>).  % expect: 907060870
erlang:adler32(<<"hello">>).  % expect: 103547413
erlang:crc32(erlang:crc32(<<"he">>), <<"llo">>).  % expect: 907060870
erlang:md5(<<"hello">>).  % expect: <<93,65,64,42,188,75,42,118,185,113,157,145,16,23,197,146>>
