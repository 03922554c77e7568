[X * 2 || X <- [1, 2, 3]].  % expect: [2,4,6]
[X || X <- lists:seq(1, 10), X rem 2 =:= 0].  % expect: [2,4,6,8,10]
[{X, Y} || X <- [1, 2], Y <- [a, b]].  % expect: [{1,a},{1,b},{2,a},{2,b}]
[X || {ok, X} <- [{ok, 1}, error, {ok, 2}]].  % expect: [1,2]
[X || X <- [1, 2, 3], X > 1, X < 3].  % expect: [2]
[X || X <- []].  % expect: []
[X || X <- [1 | 2]].  % expect error: {bad_generator,2}
[X || X <- atom].  % expect error: {bad_generator,atom}
[X || X <- [1], foo].  % expect: []
[X || <<X>> <= <<"abc">>].  % expect: "abc"
[{X, Y} || X <- [1, 2, 3], Y <- lists:seq(1, X), X + Y =:= 4].  % expect: [{2,2},{3,1}]
[[Y || Y <- lists:seq(1, X)] || X <- [1, 2, 3]].  % expect: [[1],[1,2],[1,2,3]]
[X || X <- [1, a, 2], is_integer(X)].  % expect: [1,2]
[X || X <- [1, 2], begin Y = X * 2, Y > 2 end].  % expect: [2]
<<<<(X * 2)>> || X <- [1, 2, 3]>>.  % expect: <<2,4,6>>
<<<<X:4>> || <<X:8>> <= <<1, 2, 3, 4>>>>.  % expect: <<18,52>>
[A || <<A:3, _:5>> <= <<255, 0, 32>>].  % expect: [7,0,1]
<<<<X>> || <<X:16>> <= <<0, 1, 0, 2, 9>>>>.  % expect: <<1,2>>
[X || X <- [1, 2], length(X) > 1].  % expect: []
[catch 1 div X || X <- [1, 2]].  % expect: [1,0]
