% oracle: none map comprehensions are of OTP 26
[{K, V} || K := V <- maps:iterator(#{a => 1, b => 2})].  % expect: [{a,1},{b,2}]
#{V => K || K := V <- maps:iterator(#{a => 1})}.  % expect: #{1 => a}
{a, 1, Rest} = maps:next(maps:iterator(#{a => 1, b => 2})), [K || K := _ <- Rest].  % expect: [b]
[K || K := _ <- maps:iterator(#{})].  % expect: []
[K || K := _ <- {a, 1, 2}].  % expect error: {bad_generator,2}
[K || K := _ <- [a]].  % expect error: {bad_generator,[a]}
