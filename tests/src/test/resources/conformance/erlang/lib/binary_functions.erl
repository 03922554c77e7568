binary:at(<<"abc">>, 1).  % expect: 98
binary:at(<<"abc">>, 5).  % expect error: badarg
binary:first(<<"abc">>).  % expect: 97
binary:last(<<"abc">>).  % expect: 99
binary:part(<<"abcdef">>, 1, 2).  % expect: <<"bc">>
binary:part(<<"abcdef">>, {4, -2}).  % expect: <<"cd">>
binary:copy(<<"ab">>, 3).  % expect: <<"ababab">>
binary:split(<<"a,b,c">>, <<",">>).  % expect: [<<"a">>,<<"b,c">>]
binary:split(<<"a,b,c">>, <<",">>, [global]).  % expect: [<<"a">>,<<"b">>,<<"c">>]
binary:split(<<"a,,b,">>, <<",">>, [global, trim]).  % expect: [<<"a">>,<<>>,<<"b">>]
binary:split(<<"a,,b,">>, <<",">>, [global, trim_all]).  % expect: [<<"a">>,<<"b">>]
binary:split(<<"a-b_c">>, [<<"-">>, <<"_">>], [global]).  % expect: [<<"a">>,<<"b">>,<<"c">>]
binary:match(<<"hello">>, <<"l">>).  % expect: {2,1}
binary:match(<<"hello">>, <<"z">>).  % expect: nomatch
binary:matches(<<"hello">>, <<"l">>).  % expect: [{2,1},{3,1}]
binary:matches(<<"banana">>, [<<"an">>, <<"na">>]).  % expect: [{1,2},{3,2}]
binary:replace(<<"hello">>, <<"l">>, <<"L">>).  % expect: <<"heLlo">>
binary:replace(<<"hello">>, <<"l">>, <<"L">>, [global]).  % expect: <<"heLLo">>
binary:replace(<<"abc">>, <<"b">>, <<"[]">>, [{insert_replaced, 1}]).  % expect: <<"a[b]c">>
binary:longest_common_prefix([<<"abcd">>, <<"abxy">>]).  % expect: 2
binary:longest_common_suffix([<<"xyz">>, <<"ayz">>]).  % expect: 2
binary:decode_unsigned(<<1, 0>>).  % expect: 256
binary:encode_unsigned(256).  % expect: <<1,0>>
binary:decode_unsigned(<<1, 0>>, little).  % expect: 1
binary:bin_to_list(<<"abc">>).  % expect: "abc"
binary:list_to_bin([1, 2]).  % expect: <<1,2>>
binary:encode_hex(<<255, 16>>).  % expect: <<"FF10">>
binary:decode_hex(<<"ff10">>).  % expect: <<255,16>>
binary:match(<<"abc">>, <<>>).  % expect error: badarg
binary:split(abc, <<",">>).  % expect error: badarg
P = binary:compile_pattern([<<"a">>, <<"b">>]), binary:matches(<<"xaxb">>, P).  % expect: [{1,1},{3,1}]
