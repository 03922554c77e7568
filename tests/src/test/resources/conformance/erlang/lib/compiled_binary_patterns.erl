%% One needle is compiled for Boyer and Moore, several for Aho and Corasick; what is inside is opaque, and checked.
element(1, binary:compile_pattern(<<"a">>)).  % expect: bm
element(1, binary:compile_pattern([<<"a">>])).  % expect: bm
element(1, binary:compile_pattern([<<"a">>, <<"b">>])).  % expect: ac
binary:compile_pattern([]).  % expect error: badarg
binary:compile_pattern(<<>>).  % expect error: badarg
binary:split(<<"a,b;c">>, binary:compile_pattern([<<",">>, <<";">>]), [global]).  % expect: [<<"a">>,<<"b">>,<<"c">>]
binary:match(<<"abc">>, {bm, <<>>}).  % expect error: badarg
binary:match(<<"abc">>, {ac, element(2, binary:compile_pattern(<<"a">>))}).  % expect error: badarg
binary:match(<<"abc">>, {bm, element(2, binary:compile_pattern([<<"a">>, <<"b">>]))}).  % expect error: badarg
