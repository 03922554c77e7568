%% Lists of characters and of binaries in UTF-16 and UTF-32, whole, cut short, divided and wrong.
unicode:characters_to_list([$a, <<0, $b>>, 16#1F600 | <<216, 61, 222, 0>>], utf16).  % expect: [97,98,128512,128512]
unicode:characters_to_list([$a, <<$b, 0>>], {utf16, little}).  % expect: "ab"
unicode:characters_to_list([<<0>>, <<$a, 216, 61>>, [<<222>>, <<0>>]], {utf16, big}).  % expect: [97,128512]
unicode:characters_to_list(<<0, $a, 216>>, utf16).  % expect: {incomplete,"a",<<"Ø">>}
unicode:characters_to_list(<<0, $a, 216, 61>>, utf16).  % expect: {incomplete,"a",<<"Ø=">>}
unicode:characters_to_list(<<0, $a, 222, 0, 0, $b>>, utf16).  % expect: {error,"a",<<222,0,0,98>>}
unicode:characters_to_list(<<216, 61, 0, $a>>, utf16).  % expect: {error,[],<<216,61,0,97>>}
unicode:characters_to_list([$a, 1114112, $b], utf16).  % expect: {error,"a",[[1114112],98]}
unicode:characters_to_list([[$a], [55296 | <<0, $x>>], $b], {utf16, little}).  % expect: {error,"a",[[[55296]|<<0,120>>],98]}
unicode:characters_to_list([$a, -1], utf32).  % expect: {error,"a",[[-1]]}
unicode:characters_to_list([a], utf32).  % expect error: badarg
unicode:characters_to_list([$a | <<0, 0, 0, $b>>], utf32).  % expect: "ab"
unicode:characters_to_list(<<0, 17, 0, 0>>, utf32).  % expect: {error,[],<<0,17,0,0>>}
unicode:characters_to_list(<<0, 0, 0, $a, 0, 0>>, utf32).  % expect: {incomplete,"a",<<0,0>>}
unicode:characters_to_list(<<0, 0, 0, $a, 1>>, utf32).  % expect: {error,"a",<<1>>}
unicode:characters_to_list(<<0, 0, 216, 0>>, utf32).  % expect: {error,[],<<0,0,216,0>>}
unicode:characters_to_binary([$a, 16#10FFFF], {utf32, little}, {utf16, little}).  % expect: <<97,0,255,219,255,223>>
unicode:characters_to_binary([$a, 1114112], utf16).  % expect: {error,<<"a">>,[[1114112]]}
unicode:characters_to_binary(<<0, $a, 0>>, utf16, utf8).  % expect: {incomplete,<<"a">>,<<0>>}
