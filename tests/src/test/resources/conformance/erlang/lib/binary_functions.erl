binary:at(<<"abc">>, 1).
binary:at(<<"abc">>, 5).
binary:first(<<"abc">>).
binary:last(<<"abc">>).
binary:part(<<"abcdef">>, 1, 2).
binary:part(<<"abcdef">>, {4, -2}).
binary:copy(<<"ab">>, 3).
binary:split(<<"a,b,c">>, <<",">>).
binary:split(<<"a,b,c">>, <<",">>, [global]).
binary:split(<<"a,,b,">>, <<",">>, [global, trim]).
binary:split(<<"a,,b,">>, <<",">>, [global, trim_all]).
binary:split(<<"a-b_c">>, [<<"-">>, <<"_">>], [global]).
binary:match(<<"hello">>, <<"l">>).
binary:match(<<"hello">>, <<"z">>).
binary:matches(<<"hello">>, <<"l">>).
binary:matches(<<"banana">>, [<<"an">>, <<"na">>]).
binary:replace(<<"hello">>, <<"l">>, <<"L">>).
binary:replace(<<"hello">>, <<"l">>, <<"L">>, [global]).
binary:replace(<<"abc">>, <<"b">>, <<"[]">>, [{insert_replaced, 1}]).
binary:longest_common_prefix([<<"abcd">>, <<"abxy">>]).
binary:longest_common_suffix([<<"xyz">>, <<"ayz">>]).
binary:decode_unsigned(<<1, 0>>).
binary:encode_unsigned(256).
binary:decode_unsigned(<<1, 0>>, little).
binary:bin_to_list(<<"abc">>).
binary:list_to_bin([1, 2]).
binary:encode_hex(<<255, 16>>).
binary:decode_hex(<<"ff10">>).
binary:match(<<"abc">>, <<>>).
binary:split(abc, <<",">>).
P = binary:compile_pattern([<<"a">>, <<"b">>]), binary:matches(<<"xaxb">>, P).
