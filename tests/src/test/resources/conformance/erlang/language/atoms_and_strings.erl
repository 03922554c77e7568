hello.  % expect: hello
'hello world'.  % expect: 'hello world'
'Hello'.  % expect: 'Hello'
'it\'s'.  % expect: 'it\'s'
''.  % expect: ''
'a_b@c1'.  % expect: a_b@c1
'end'.  % expect: 'end'
"string".  % expect: "string"
"two " "parts".  % expect: "two parts"
[104, 105].  % expect: "hi"
[$a, $\n, $\s, $\\].  % expect: "a\n \\"
"esc \x41 \x{263a} \t \101 \" \e".  % expect: [101,115,99,32,65,32,9786,32,9,32,65,32,34,32,27]
[1000, 104].  % expect: [1000,104]
"".  % expect: []
[0].  % expect: [0]
$é.  % expect: 233
'\n'.  % expect: '\n'
'é'.  % expect: é
'Ångström'.  % expect: 'Ångström'
<<"utf ö"/utf8>>.  % expect: <<"utf ö"/utf8>>
