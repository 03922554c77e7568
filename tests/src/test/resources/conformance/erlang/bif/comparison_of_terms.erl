lists:sort([<<"b">>, "a", [], #{a => 1}, {1}, self(), fun() -> ok end, make_ref(), a, 1.5, 1]) =/= [].  % expect: true
1 == 1.0.  % expect: true
1 =:= 1.0.  % expect: false
0.0 =:= -0.0.  % expect: true
{1, 2} < {0, 0, 0}.  % expect: true
[1, 2] > [1 | a].  % expect: true
#{a => 1} < #{a => 1, b => 1}.  % expect: true
#{a => 2} > #{a => 1.5}.  % expect: true
#{1 => a} == #{1.0 => a}.  % expect: false
9007199254740993 > 9007199254740992.0.  % expect: true
9007199254740993 == 9007199254740992.0.  % expect: false
(1 bsl 63) > 9.223372036854775e18.  % expect: true
(1 bsl 2000) > 1.0e308.  % expect: true
<<1:3>> < <<1:4>>.  % expect: false
<<255:7>> > <<1>>.  % expect: true
a < 'B'.  % expect: false
"abc" < "abd".  % expect: true
lists:sort([3, 1.0, 2, 1.5]).  % expect: [1.0,1.5,2,3]
lists:usort([1, 1.0, 1]).  % expect: [1]
