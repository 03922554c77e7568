-module(small_functions_of_erlang).
-export([main/0]).

main() ->
  show(erlang:append([1], [2])),
  show(erlang:subtract([1, 2], [2])),
  show([try erlang:nodes(X) catch error:R -> R end
        || X <- [this, [this], known, visible, hidden, connected, [], [x], 3]]),
  show([erlang:monitor_node(node(), Flag) || Flag <- [true, false]]),
  show(erlang:external_size({a, b}, [{minor_version, 1}])),
  show([erlang:system_info({wordsize, Kind}) || Kind <- [internal, external]]),
  show([Item || {Item, _} <- erlang:fun_info(fun(X) -> {X, self()} end)]),
  show(erlang:fun_info(fun lists:map/2)),
  Pid = spawn(fun() -> receive stop -> ok end end),
  show([is_process_alive(Pid), exit(Pid, kill), is_process_alive(Pid), is_process_alive(self())]),
  Counter = counters:new(1, []),
  counters:add(Counter, 1, (1 bsl 64) - 1),
  show(counters:get(Counter, 1)),
  Number = atomics:new(1, []),
  show([atomics:add_get(Number, 1, (1 bsl 63)), atomics:add_get(Number, 1, 1)]),
  show([try M:new(1 bsl 64, []) catch error:R2 -> R2 end || M <- [atomics, counters]]),
  show(element(1, process_info(self(), max_heap_size))).

show(Term) -> io:format("~p~n", [Term]).
%% expect: [1,2]
%% expect: [1]
%% expect: [[nonode@nohost],[nonode@nohost],[nonode@nohost],[],[],[],[],badarg,badarg]
%% expect: [true,true]
%% expect: 11
%% expect: "\b\b"
%% expect: [pid,module,new_index,new_uniq,index,uniq,name,arity,env,type]
%% expect: [{module,lists},{name,map},{arity,2},{env,[]},{type,external}]
%% expect: [true,true,false,true]
%% expect: -1
%% expect: [-9223372036854775808,-9223372036854775807]
%% expect: [system_limit,system_limit]
%% expect: max_heap_size
