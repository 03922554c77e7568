is_pid(self()).  % expect: true
self() =:= self().  % expect: true
is_integer(erlang:monotonic_time()).  % expect: true
erlang:convert_time_unit(1, second, millisecond).  % expect: 1000
is_integer(erlang:system_time(second)).  % expect: true
erlang:unique_integer() =/= erlang:unique_integer().  % expect: true
erlang:unique_integer([positive]) > 0.  % expect: true
{A, B, C} = erlang:timestamp(), is_integer(A + B + C).  % expect: true
tuple_size(date()).  % expect: 3
node().  % expect: nonode@nohost
nodes().  % expect: []
is_alive().  % expect: false
element(1, erlang:statistics(reductions)) > 0.  % expect: true
is_integer(erlang:system_info(process_count)).  % expect: true
erlang:system_info(wordsize).  % expect: 8
get(nothing).  % expect: undefined
put(k, v).  % expect: undefined
erase(k).  % expect: v
process_flag(trap_exit, false).  % expect: false
process_flag(no_such_flag, 1).  % expect error: badarg
garbage_collect().  % expect: true
whereis(nobody).  % expect: undefined
list_to_pid("<0.999.0>").  % expect: <...>
erlang:is_builtin(erlang, self, 0).  % expect: true
