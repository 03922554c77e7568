[base64:encode(D) || D <- [<<>>, <<"a">>, <<"ab">>, <<"abc">>, "abcd", <<255, 254, 253>>]].  % expect: [<<>>,<<"YQ==">>,<<"YWI=">>,<<"YWJj">>,<<"YWJjZA==">>,<<"//79">>]
[base64:decode(D) || D <- [<<>>, <<"YQ==">>, "YWI=", <<"YW Jj\n">>]].  % expect: [<<>>,<<"a">>,<<"ab">>,<<"abc">>]
base64:encode_to_string("hello").  % expect: "aGVsbG8="
base64:decode_to_string(<<"aGVsbG8=">>).  % expect: "hello"
base64:mime_decode("aGV*sbG8=").  % expect: <<"hello">>
base64:decode(<<"a*b=">>).  % expect error: badarg
base64:decode(<<"abc">>).  % expect error: function_clause
base64:encode(a).  % expect error: function_clause
