1 == 1.0.  % expect: true
1 =:= 1.0.  % expect: false
1 /= 1.0.  % expect: false
1 =/= 1.0.  % expect: true
1 < a.  % expect: true
a < make_ref().  % expect: true
{1, 2} < {1, 3}.  % expect: true
{9} < {1, 2}.  % expect: true
[1, 2] < [1, 3].  % expect: true
[] < [1].  % expect: true
#{} < [].  % expect: true
{} < #{}.  % expect: true
<<"a">> < <<"b">>.  % expect: true
<<"a">> < <<"aa">>.  % expect: true
[z] < <<>>.  % expect: true
lists:sort([<<"b">>, [], "a", #{}, {1}, atom, 2.0, 1, {}, [1 | 2]]).  % expect: [1,2.0,atom,{},{1},#{},[],[1|2],"a",<<"b">>]
#{a => 1} < #{a => 2}.  % expect: true
#{a => 9} < #{b => 1}.  % expect: true
#{a => 1} < #{a => 1, b => 2}.  % expect: true
#{1 => a} == #{1.0 => a}.  % expect: false
9007199254740993 > 9007199254740992.0.  % expect: true
9007199254740993 == 9007199254740992.0.  % expect: false
1.0e308 < (1 bsl 2000).  % expect: true
-0.0 == 0.0.  % expect: true
0.0 =:= 0.0.  % expect: true
abc < abd.  % expect: true
'Z' < a.  % expect: true
1 >= 1.0.  % expect: true
2 =< 1.  % expect: false
max(1, 1.0).  % expect: 1
min(1, 1.0).  % expect: 1
max(a, "a").  % expect: "a"
