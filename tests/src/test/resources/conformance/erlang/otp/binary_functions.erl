binary:split(<<"a,b,c">>, <<",">>).  % expect: [<<"a">>,<<"b,c">>]
binary:split(<<"a,b,c">>, <<",">>, [global]).  % expect: [<<"a">>,<<"b">>,<<"c">>]
binary:split(<<",a,,b,">>, <<",">>, [global, trim]).  % expect: [<<>>,<<"a">>,<<>>,<<"b">>]
binary:split(<<",a,,b,">>, <<",">>, [global, trim_all]).  % expect: [<<"a">>,<<"b">>]
binary:split(<<"a b,c">>, [<<",">>, <<" ">>], [global]).  % expect: [<<"a">>,<<"b">>,<<"c">>]
binary:match(<<"hello">>, <<"l">>).  % expect: {2,1}
binary:match(<<"hello">>, <<"x">>).  % expect: nomatch
binary:match(<<"hello">>, [<<"ll">>, <<"l">>]).  % expect: {2,2}
binary:matches(<<"banana">>, <<"ana">>).  % expect: [{1,3}]
binary:match(<<"hello">>, <<"l">>, [{scope, {3, 2}}]).  % expect: {3,1}
binary:replace(<<"banana">>, <<"a">>, <<"o">>).  % expect: <<"bonana">>
binary:replace(<<"banana">>, <<"a">>, <<"o">>, [global]).  % expect: <<"bonono">>
binary:replace(<<"abc">>, <<"b">>, <<"[]">>, [{insert_replaced, 1}]).  % expect: <<"a[b]c">>
binary:copy(<<"ab">>, 3).  % expect: <<"ababab">>
binary:part(<<"hello">>, 1, 2).  % expect: <<"el">>
binary:at(<<"abc">>, 3).  % expect error: badarg
binary:longest_common_prefix([<<"erlang">>, <<"ergonomy">>]).  % expect: 2
binary:encode_unsigned(16#10203).  % expect: <<1,2,3>>
binary:decode_unsigned(<<1, 2, 3>>, little).  % expect: 197121
binary:bin_to_list(<<"hello">>, {1, 2}).  % expect: "el"
binary:split(<<"a">>, <<>>).  % expect error: badarg
binary:encode_hex(<<1, 255>>).  % expect: <<"01FF">>
