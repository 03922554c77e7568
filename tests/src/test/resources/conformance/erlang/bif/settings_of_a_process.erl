-module(settings_of_a_process).
-export([main/0]).

%% What process_flag and spawn_opt say of heaps and mailboxes is checked, and told again.
main() ->
  [set(Flag, Value)
   || {Flag, Values} <-
        [{min_heap_size, [0, 12, 234, 1000, 987, 5000000, a, -1, 1 bsl 70]},
         {min_bin_vheap_size, [0, 46423, -1]},
         {max_heap_size,
          [10000000, 10000000000, 1, -1, 1 bsl 60, #{size => 20000000}, #{size => 0, kill => false}, #{kill => true},
           #{size => 10000000, more => x}, #{size => 10000000, kill => 0}, #{size => 10000000, error_logger => maybe_},
           0]},
         {fullsweep_after, [0, 10, 65535, 65536, -1, 1 bsl 40]},
         {message_queue_data, [off_heap, on_heap, elsewhere]},
         {save_calls, [10, 0, 10001, many]},
         {sensitive, [true, x]},
         {no_such_flag, [1]}],
      Value <- Values],
  [spawned(Options)
   || Options <-
        [[], [{min_heap_size, 987}, {min_bin_vheap_size, 46423}], [{fullsweep_after, 7}, {message_queue_data, off_heap}],
         [{max_heap_size, #{size => 100000, kill => true}}], [{message_queue_data, elsewhere}], [{min_heap_size, few}],
         [{max_heap_size, 1}], [{save_calls, 3}], [{scheduler, 1}], [{priority, top}]]],
  [io:format("~p~n", [erlang:system_info(Item)])
   || Item <- [min_heap_size, max_heap_size, message_queue_data, garbage_collection, context_reductions]].

set(Flag, Value) ->
  Before = try process_flag(Flag, Value) catch error:Reason -> Reason end,
  After = try element(2, process_info(self(), Flag)) catch error:_ -> none end,
  io:format("~p ~p: ~p ~p~n", [Flag, Value, Before, After]).

spawned(Options) ->
  Items = [min_heap_size, min_bin_vheap_size, max_heap_size, fullsweep_after, message_queue_data],
  try spawn_opt(fun() -> receive stop -> ok end end, Options) of
    Pid -> io:format("~p~n~p~n", [Options, process_info(Pid, Items)]), Pid ! stop
  catch error:Reason -> io:format("~p: ~p~n", [Options, Reason])
  end.
%% expect: min_heap_size 0: 233 233
%% expect: min_heap_size 12: 233 233
%% expect: min_heap_size 234: 233 376
%% expect: min_heap_size 1000: 376 1598
%% expect: min_heap_size 987: 1598 987
%% expect: min_heap_size 5000000: 987 5157867
%% expect: min_heap_size a: badarg 5157867
%% expect: min_heap_size -1: badarg 5157867
%% expect: min_heap_size 1180591620717411303424: badarg 5157867
%% expect: min_bin_vheap_size 0: 46422 46422
%% expect: min_bin_vheap_size 46423: 46422 75113
%% expect: min_bin_vheap_size -1: badarg 75113
%% expect: max_heap_size 10000000: #{error_logger => true,kill => true,size => 0} #{error_logger =>
%% expect:                                                                              true,
%% expect:                                                                          kill =>
%% expect:                                                                              true,
%% expect:                                                                          size =>
%% expect:                                                                              10000000}
%% expect: max_heap_size 10000000000: #{error_logger => true,kill => true,
%% expect:                              size => 10000000} #{error_logger => true,
%% expect:                                                  kill => true,
%% expect:                                                  size => 10000000000}
%% expect: max_heap_size 1: badarg #{error_logger => true,kill => true,
%% expect:                           size => 10000000000}
%% expect: max_heap_size -1: badarg #{error_logger => true,kill => true,
%% expect:                            size => 10000000000}
%% expect: max_heap_size 1152921504606846976: badarg #{error_logger => true,kill => true,
%% expect:                                             size => 10000000000}
%% expect: max_heap_size #{size => 20000000}: #{error_logger => true,kill => true,
%% expect:                                      size => 10000000000} #{error_logger =>
%% expect:                                                                 true,
%% expect:                                                             kill => true,
%% expect:                                                             size => 20000000}
%% expect: max_heap_size #{kill => false,size => 0}: #{error_logger => true,kill => true,
%% expect:                                             size => 20000000} #{error_logger =>
%% expect:                                                                     true,
%% expect:                                                                 kill => false,
%% expect:                                                                 size => 0}
%% expect: max_heap_size #{kill => true}: badarg #{error_logger => true,kill => false,
%% expect:                                         size => 0}
%% expect: max_heap_size #{more => x,size => 10000000}: #{error_logger => true,
%% expect:                                                kill => false,size => 0} #{error_logger =>
%% expect:                                                                               true,
%% expect:                                                                           kill =>
%% expect:                                                                               true,
%% expect:                                                                           size =>
%% expect:                                                                               10000000}
%% expect: max_heap_size #{kill => 0,size => 10000000}: badarg #{error_logger => true,
%% expect:                                                       kill => true,
%% expect:                                                       size => 10000000}
%% expect: max_heap_size #{error_logger => maybe_,size => 10000000}: badarg #{error_logger =>
%% expect:                                                                        true,
%% expect:                                                                    kill =>
%% expect:                                                                        true,
%% expect:                                                                    size =>
%% expect:                                                                        10000000}
%% expect: max_heap_size 0: #{error_logger => true,kill => true,size => 10000000} #{error_logger =>
%% expect:                                                                              true,
%% expect:                                                                          kill =>
%% expect:                                                                              true,
%% expect:                                                                          size =>
%% expect:                                                                              0}
%% expect: fullsweep_after 0: 65535 0
%% expect: fullsweep_after 10: 0 10
%% expect: fullsweep_after 65535: 10 65535
%% expect: fullsweep_after 65536: 65535 0
%% expect: fullsweep_after -1: badarg 0
%% expect: fullsweep_after 1099511627776: 0 0
%% expect: message_queue_data off_heap: on_heap off_heap
%% expect: message_queue_data on_heap: off_heap on_heap
%% expect: message_queue_data elsewhere: badarg on_heap
%% expect: save_calls 10: 0 none
%% expect: save_calls 0: 10 none
%% expect: save_calls 10001: badarg none
%% expect: save_calls many: badarg none
%% expect: sensitive true: false none
%% expect: sensitive x: badarg none
%% expect: no_such_flag 1: badarg none
%% expect: []
%% expect: [{min_heap_size,233},
%% expect:  {min_bin_vheap_size,46422},
%% expect:  {max_heap_size,#{error_logger => true,kill => true,size => 0}},
%% expect:  {fullsweep_after,65535},
%% expect:  {message_queue_data,on_heap}]
%% expect: [{min_heap_size,987},{min_bin_vheap_size,46423}]
%% expect: [{min_heap_size,987},
%% expect:  {min_bin_vheap_size,75113},
%% expect:  {max_heap_size,#{error_logger => true,kill => true,size => 0}},
%% expect:  {fullsweep_after,65535},
%% expect:  {message_queue_data,on_heap}]
%% expect: [{fullsweep_after,7},{message_queue_data,off_heap}]
%% expect: [{min_heap_size,233},
%% expect:  {min_bin_vheap_size,46422},
%% expect:  {max_heap_size,#{error_logger => true,kill => true,size => 0}},
%% expect:  {fullsweep_after,7},
%% expect:  {message_queue_data,off_heap}]
%% expect: [{max_heap_size,#{kill => true,size => 100000}}]
%% expect: [{min_heap_size,233},
%% expect:  {min_bin_vheap_size,46422},
%% expect:  {max_heap_size,#{error_logger => true,kill => true,size => 100000}},
%% expect:  {fullsweep_after,65535},
%% expect:  {message_queue_data,on_heap}]
%% expect: [{message_queue_data,elsewhere}]: badarg
%% expect: [{min_heap_size,few}]: badarg
%% expect: [{max_heap_size,1}]: badarg
%% expect: [{save_calls,3}]: badarg
%% expect: [{scheduler,1}]
%% expect: [{min_heap_size,233},
%% expect:  {min_bin_vheap_size,46422},
%% expect:  {max_heap_size,#{error_logger => true,kill => true,size => 0}},
%% expect:  {fullsweep_after,65535},
%% expect:  {message_queue_data,on_heap}]
%% expect: [{priority,top}]: badarg
%% expect: {min_heap_size,233}
%% expect: #{error_logger => true,kill => true,size => 0}
%% expect: on_heap
%% expect: [{max_heap_size,0},
%% expect:  {min_bin_vheap_size,46422},
%% expect:  {min_heap_size,233},
%% expect:  {fullsweep_after,65535}]
%% expect: 4000
