[3, 1, 2, 1] -- [1].  % expect: [3,2,1]
{[1, 2, 3] -- [], [] -- [1], [] -- [], [1, 2, 3] -- [3, 2, 1]}.  % expect: {[1,2,3],[],[],[]}
{[1, 1.0, 2, 2.0] -- [1.0, 2], [1, 1, 1.0] -- [1.0, 1.0, 1, 1]}.  % expect: {[1,2.0],[]}
[a, b | c] -- [].  % expect error: badarg
[a, b] -- [a | b].  % expect error: badarg
[a, b | c] -- [a].  % expect error: badarg
a -- [].  % expect error: badarg
L = lists:seq(1, 100), L -- lists:seq(2, 99).  % expect: [1,100]
(L ++ L) -- lists:reverse(L) =:= L.  % expect: true
L -- lists:seq(200, 300) =:= L.  % expect: true
L -- [float(X) || X <- L] =:= L.  % expect: true
[{X rem 3, [X rem 5]} || X <- L] -- [{X rem 5, [X rem 3]} || X <- L].  % expect: [{0,[3]},{1,[4]},{2,[3]},{0,[4]},{1,[3]},{2,[4]},{0,[3]},{1,[4]},{2,[3]},{0,[4]},{1,[3]},{2,[4]},{0,[3]},{1,[4]},{2,[3]},{0,[4]},{1,[3]},{2,[4]},{0,[3]},{1,[4]},{2,[3]},{0,[4]},{1,[3]},{2,[4]},{0,[3]},{1,[4]},{2,[3]},{0,[4]},{1,[3]},{2,[4]},{0,[3]},{1,[4]},{2,[3]},{0,[4]},{1,[3]},{2,[4]},{0,[3]},{1,[4]},{2,[0]},{1,[2]},{2,[3]},{0,[4]}]
[1, 2.0, {a}, "text", <<"bin">>, #{a => 1}, 1 bsl 70, a, b, 1.5, [], {}] -- [{}, [], 1.5, a, 1 bsl 70, #{a => 1}, <<"bin">>, "text", {a}, 2, c, 1.0].  % expect: [1,2.0,b]
length(lists:duplicate(3000, a) -- lists:duplicate(2000, a)).  % expect: 1000
%% What follows the last element that is dropped is not looked through: many such steps take no time.
Sub = fun Sub([], _) -> done; Sub(Left, Right) -> Sub(Left -- Right, [x | Right]) end, Sub(lists:duplicate(100000, x), []).  % expect: done
Long = lists:seq(1, 200000), {length(Long -- lists:seq(1, 200000, 2)), lists:sum(Long -- lists:reverse(lists:seq(5, 199990)))}.  % expect: {100000,1999965}
