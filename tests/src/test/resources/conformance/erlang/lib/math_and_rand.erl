math:sqrt(16).
math:pi().
math:pow(2, 10).
math:floor(2.7).
math:ceil(2.1).
math:log(1).
math:log2(8).
math:log10(1000).
math:exp(0).
math:sin(0).
math:atan2(1, 1).
math:fmod(7, 3).
math:sqrt(-1).
math:log(0).
math:sqrt(a).
rand:seed(exsss, {1, 2, 3}), [rand:uniform(100) || _ <- [1, 2, 3, 4, 5]].
rand:seed(exsss, 42), [rand:uniform(1000000) || _ <- [1, 2, 3]].
rand:seed(exsss, 42), rand:uniform().
S = rand:seed_s(exsss, 7), {N, _} = rand:uniform_s(10, S), N.
rand:uniform(0).
