1 + 2 * 3 - 4.  % expect: 3
7 div 2.  % expect: 3
-7 div 2.  % expect: -3
7 rem 2.  % expect: 1
-7 rem 2.  % expect: -1
7 rem -2.  % expect: 1
7 / 2.  % expect: 3.5
6 / 2.  % expect: 3.0
1 + 1.0.  % expect: 2.0
- (3).  % expect: -3
+ 3.  % expect: 3
1 div 0.  % expect error: badarith
1 / 0.  % expect error: badarith
1 / 0.0.  % expect error: badarith
1 rem 0.  % expect error: badarith
1.0 div 2.  % expect error: badarith
a + 1.  % expect error: badarith
1 + [].  % expect error: badarith
-a.  % expect error: badarith
10.0e300 * 10.0e300.  % expect error: badarith
0.1 + 0.2.  % expect: 0.30000000000000004
1.0e22 + 0.  % expect: 1.0e22
