{}.  % expect: {}
{1, a, "s"}.  % expect: {1,a,"s"}
element(2, {a, b}).  % expect: b
element(3, {a, b}).  % expect error: badarg
element(0, {a}).  % expect error: badarg
setelement(1, {a, b}, c).  % expect: {c,b}
setelement(3, {a, b}, c).  % expect error: badarg
tuple_size({1, 2}).  % expect: 2
tuple_to_list({1, 2}).  % expect: [1,2]
list_to_tuple([a, b]).  % expect: {a,b}
erlang:append_element({a}, b).  % expect: {a,b}
erlang:make_tuple(3, x).  % expect: {x,x,x}
erlang:insert_element(1, {b}, a).  % expect: {a,b}
erlang:delete_element(1, {a, b}).  % expect: {b}
{1, {2, {3}}}.  % expect: {1,{2,{3}}}
