5 band 3.  % expect: 1
5 bor 3.  % expect: 7
5 bxor 3.  % expect: 6
bnot 5.  % expect: -6
1 bsl 10.  % expect: 1024
1024 bsr 3.  % expect: 128
-1 bsr 1.  % expect: -1
1.0 band 1.  % expect error: badarith
a bor 1.  % expect error: badarith
1 bsl 64.  % expect: 18446744073709551616
-5 band 255.  % expect: 251
-5 bxor 3.  % expect: -8
