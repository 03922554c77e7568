unicode:characters_to_binary("abc").  % expect: <<"abc">>
unicode:characters_to_binary([229, <<"x">>, [8364]]).  % expect: <<195,165,120,226,130,172>>
unicode:characters_to_list(<<"Ã¥Ã¤Ã¶"/utf8>>).  % expect: "Ã¥Ã¤Ã¶"
unicode:characters_to_list(<<"abc", 255>>).  % expect: {error,"abc",<<"ÿ">>}
unicode:characters_to_binary(<<"abc", 16#C3>>).  % expect: {incomplete,<<"abc">>,<<"Ã">>}
unicode:characters_to_binary([16#D800]).  % expect: {error,<<>>,[55296]}
unicode:characters_to_binary("abc", latin1, utf8).  % expect: <<"abc">>
unicode:characters_to_binary([8364], unicode, latin1).  % expect: {error,<<>>,[[8364]]}
unicode:characters_to_binary("ab", unicode, utf16).  % expect: <<0,97,0,98>>
unicode:characters_to_binary(<<0, 97, 0, 98>>, utf16, utf8).  % expect: <<"ab">>
unicode:characters_to_list(a).  % expect error: badarg
string:length([$e, 769]).  % expect: 1
string:uppercase("straÃe").  % expect: [83,84,82,65,195,159,69]
string:to_graphemes([101, 769, "x"]).  % expect: [[101,769],120]
