math:sqrt(16).  % expect: 4.0
math:pi().  % expect: 3.141592653589793
math:pow(2, 10).  % expect: 1024.0
math:floor(2.7).  % expect: 2.0
math:ceil(2.1).  % expect: 3.0
math:log(1).  % expect: 0.0
math:log2(8).  % expect: 3.0
math:log10(1000).  % expect: 3.0
math:exp(0).  % expect: 1.0
math:sin(0).  % expect: 0.0
math:atan2(1, 1).  % expect: 0.7853981633974483
math:fmod(7, 3).  % expect: 1.0
math:sqrt(-1).  % expect error: badarith
math:log(0).  % expect error: badarith
math:sqrt(a).  % expect error: badarg
rand:seed(exsss, {1, 2, 3}), [rand:uniform(100) || _ <- [1, 2, 3, 4, 5]].  % expect: [27,41,75,39,31]
rand:seed(exsss, 42), [rand:uniform(1000000) || _ <- [1, 2, 3]].  % expect: [999294,694431,883615]
rand:seed(exsss, 42), rand:uniform().  % expect: 0.3672301478324621
S = rand:seed_s(exsss, 7), {N, _} = rand:uniform_s(10, S), N.  % expect: 2
rand:uniform(0).  % expect error: function_clause
