is_pid(self()).
self() =:= self().
is_integer(erlang:monotonic_time()).
erlang:convert_time_unit(1, second, millisecond).
is_integer(erlang:system_time(second)).
erlang:unique_integer() =/= erlang:unique_integer().
erlang:unique_integer([positive]) > 0.
{A, B, C} = erlang:timestamp(), is_integer(A + B + C).
tuple_size(date()).
node().
nodes().
is_alive().
element(1, erlang:statistics(reductions)) > 0.
is_integer(erlang:system_info(process_count)).
erlang:system_info(wordsize).
get(nothing).
put(k, v).
erase(k).
process_flag(trap_exit, false).
process_flag(no_such_flag, 1).
exit(self(), normal).
garbage_collect().
whereis(nobody).
list_to_pid("<0.999.0>").
is_process_alive(list_to_pid("<0.99999.0>")).
erlang:is_builtin(erlang, self, 0).
