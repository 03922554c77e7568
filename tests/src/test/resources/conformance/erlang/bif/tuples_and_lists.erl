element(2, {a, b}).  % expect: b
element(3, {a, b}).  % expect error: badarg
element(0, {a}).  % expect error: badarg
setelement(1, {a, b}, c).  % expect: {c,b}
erlang:make_tuple(3, x).  % expect: {x,x,x}
erlang:make_tuple(3, x, [{2, y}]).  % expect: {x,y,x}
erlang:append_element({a}, b).  % expect: {a,b}
erlang:insert_element(1, {a}, b).  % expect: {b,a}
erlang:delete_element(1, {a, b}).  % expect: {b}
tuple_to_list({1, 2}).  % expect: [1,2]
list_to_tuple([]).  % expect: {}
tuple_size({}).  % expect: 0
hd([]).  % expect error: badarg
tl([a]).  % expect: []
length([a | b]).  % expect error: badarg
[1, 2, 3, 2, 1] -- [2, 1].  % expect: [3,2,1]
[a] ++ b.  % expect: [a|b]
a ++ [b].  % expect error: badarg
lists:seq(1, 30) -- lists:seq(2, 29).  % expect: [1,30]
