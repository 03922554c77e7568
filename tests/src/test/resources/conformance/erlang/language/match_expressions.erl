X = 5.  % expect: 5
X = 5.  % expect: 5
X = 6.  % expect error: {badmatch,6}
{Y, Z} = {1, [2]}.  % expect: {1,[2]}
{Y, Z}.  % expect: {1,[2]}
{X, W} = {5, ok}.  % expect: {5,ok}
W.  % expect: ok
{a, {b, C}} = {a, {b, "c"}}.  % expect: {a,{b,"c"}}
C.  % expect: "c"
{P, P} = {1, 1}.  % expect: {1,1}
{Q, Q} = {1, 2}.  % expect error: {badmatch,{1,2}}
[First | _] = All = [1, 2].  % expect: [1,2]
{First, All}.  % expect: {1,[1,2]}
_ = anything.  % expect: anything
"ab" ++ Rest = "abc".  % expect: "abc"
Rest.  % expect: "c"
{ok, V} = {error, reason}.  % expect error: {badmatch,{error,reason}}
1.0 = 1.  % expect error: {badmatch,1}
A1 = B1 = 3.  % expect: 3
A1 + B1.  % expect: 6
#{k := K} = #{k => v, other => 1}.  % expect: #{k => v,other => 1}
K.  % expect: v
#{missing := _} = #{}.  % expect error: {badmatch,#{}}
<<N:16, More/binary>> = <<1, 2, 3>>.  % expect: <<1,2,3>>
{N, More}.  % expect: {258,<<3>>}
