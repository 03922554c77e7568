[1, 2 | [3]].  % expect: [1,2,3]
[1 | 2].  % expect: [1|2]
[a | [b | []]].  % expect: [a,b]
[1, 2] ++ [3].  % expect: [1,2,3]
[] ++ [].  % expect: []
[] ++ x.  % expect: x
[1] ++ x.  % expect: [1|x]
[1, 2, 3, 2, 1] -- [2, 1].  % expect: [3,2,1]
[1] -- x.  % expect error: badarg
x ++ [1].  % expect error: badarg
[1, 2] ++ [3] ++ [4].  % expect: [1,2,3,4]
[3, 1] -- [1] -- [1].  % expect: [3,1]
hd([1, 2]).  % expect: 1
tl([1, 2]).  % expect: [2]
hd([]).  % expect error: badarg
tl(x).  % expect error: badarg
length([1, 2, 3]).  % expect: 3
length([1 | 2]).  % expect error: badarg
[H | T] = [1, 2, 3].  % expect: [1,2,3]
H.  % expect: 1
T.  % expect: [2,3]
[A, B | _] = "abc".  % expect: "abc"
{A, B}.  % expect: {97,98}
[_, _] = [1].  % expect error: {badmatch,[1]}
