{a, b} = {c, d}.  % expect error: {badmatch,{c,d}}
case x of y -> z end.  % expect error: {case_clause,x}
if false -> ok end.  % expect error: if_clause
(fun(a) -> b end)(c).  % expect error: function_clause
undefined_module:f(1).  % expect error: undef
lists:no_such_function(1).  % expect error: undef
F = 5, F(1).  % expect error: {badfun,5}
(fun() -> ok end)(1).  % expect error: {badarity,{#Fun<...>,[1]}}
1 + a.  % expect error: badarith
atom_to_list(1).  % expect error: badarg
element(5, {1}).  % expect error: badarg
#{a := 1} = #{}.  % expect error: {badmatch,#{}}
maps:get(k, #{}).  % expect error: {badkey,k}
throw(thrown).  % expect error: throw:thrown
exit(exited).  % expect error: exit:exited
error(custom).  % expect error: custom
error({custom, 1}).  % expect error: {custom,1}
erlang:error(badarg).  % expect error: badarg
list_to_atom(5).  % expect error: badarg
list_to_integer("abc").  % expect error: badarg
binary_to_integer(<<"1x">>).  % expect error: badarg
try x of y -> z catch _:_ -> no end.  % expect error: {try_clause,x}
length(a).  % expect error: badarg
tuple_size([]).  % expect error: badarg
self() ! {a}, receive {b} -> c after 0 -> timeout end.  % expect: timeout
apply(lists, reverse, [a]).  % expect error: function_clause
erlang:nonexistent().  % expect error: undef
1 = 2.  % expect error: {badmatch,2}
receive after -1 -> ok end.  % expect error: timeout_value
receive after a -> ok end.  % expect error: timeout_value
spawn(fun(_) -> ok end, extra).  % expect error: badarg
