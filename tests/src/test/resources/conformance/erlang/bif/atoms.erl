atom_to_list('hello world').  % expect: "hello world"
list_to_atom("abc").  % expect: abc
list_to_atom(lists:duplicate(256, $a)).  % expect error: system_limit
binary_to_atom(<<"Ã¥Ã¤Ã¶"/utf8>>).  % expect: 'Ã¥Ã¤Ã¶'
binary_to_atom(<<255>>).  % expect error: badarg
binary_to_existing_atom(<<"ok">>).  % expect: ok
list_to_existing_atom("never made before by anyone").  % expect error: badarg
atom_to_binary(abc).  % expect: <<"abc">>
'hello world'.  % expect: 'hello world'
'Upper'.  % expect: 'Upper'
'a@b_1'.  % expect: a@b_1
'div'.  % expect: 'div'
[a, 'B', '', 'a b', '\n', '1', if_, 'if'].  % expect: [a,'B','','a b','\n','1',if_,'if']
