9223372036854775807 + 1.  % expect: 9223372036854775808
-9223372036854775808 - 1.  % expect: -9223372036854775809
9223372036854775807 * 9223372036854775807.  % expect: 85070591730234615847396907784232501249
(1 bsl 64) - (1 bsl 64) + 5.  % expect: 5
- (-9223372036854775808).  % expect: 9223372036854775808
-9223372036854775808 div -1.  % expect: 9223372036854775808
(1 bsl 100) rem 7.  % expect: 2
- (1 bsl 100) rem 7.  % expect: -2
(1 bsl 100) div (1 bsl 98).  % expect: 4
(1 bsl 70) band 16#FF.  % expect: 0
(1 bsl 70) bor 1.  % expect: 1180591620717411303425
bnot (1 bsl 70).  % expect: -1180591620717411303425
-1 bsr 200.  % expect: -1
(1 bsl 70) bsr 68.  % expect: 4
1 bsl -1.  % expect: 0
5 bsr -2.  % expect: 20
(1 bsl 70) =:= 1180591620717411303424.  % expect: true
(1 bsl 64) / (1 bsl 63).  % expect: 2.0
(1 bsl 2000) / 1.  % expect error: badarith
float(1 bsl 62).  % expect: 4.611686018427388e18
16#FFFFFFFFFFFFFFFFFFFF.  % expect: 1208925819614629174706175
36#ZZZ.  % expect: 46655
2#1010_1010.  % expect: 170
1_000_000.  % expect: 1000000
