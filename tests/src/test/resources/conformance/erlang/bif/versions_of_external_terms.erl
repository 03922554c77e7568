-module(versions_of_external_terms).
-export([main/0]).

%% The options of term_to_binary, and terms as a list of binaries.
main() ->
  Terms = [1.5, -0.0, 1.0e-300, -1.7976931348623157e308, 'e\x{e9}', '\x{400}', [a, {b, <<"c">>}]],
  [io:format("~w~n", [{Version, term_to_binary(Term, [{minor_version, Version}]),
                       Term == binary_to_term(term_to_binary(Term, [{minor_version, Version}])),
                       erlang:external_size(Term, [{minor_version, min(Version, 1)}])}])
   || Term <- Terms, Version <- [0, 1, 2]],
  [io:format("~w~n", [try term_to_binary(a, Options) catch error:R0 -> R0 end])
   || Options <- [[{minor_version, 3}], [{minor_version, -1}], [{compressed, 10}], [x], x, [compressed | x]]],
  io:format("~w~n", [iolist_to_binary(erlang:term_to_iovec(Terms)) =:= term_to_binary(Terms)]),
  io:format("~w~n", [iolist_to_binary(erlang:term_to_iovec(Terms, [{minor_version, 2}]))]),
  io:format("~w~n", [try erlang:term_to_iovec(a, [x]) catch error:R1 -> R1 end]),
  %% Names that are too long are told from those that are none, as far as they are read.
  Long = binary:copy(<<"a">>, 256),
  [io:format("~w~n", [try binary_to_atom(Name, Encoding) catch error:R2 -> R2 end])
   || {Name, Encoding} <- [{Long, utf8}, {Long, unicode}, {Long, latin1}, {<<Long/binary, 255>>, utf8},
                           {<<255, Long/binary>>, utf8}, {binary:copy(<<"\x{e9}"/utf8>>, 255), none},
                           {binary:copy(<<"a">>, 1000000), utf8}, {binary:copy(<<255>>, 1000000), utf8}]],
  io:format("~w~n", [length(atom_to_list(binary_to_atom(binary:copy(<<"\x{10ffff}"/utf8>>, 255))))]),
  [io:format("~w~n", [try erlang:monotonic_time(Unit) > -(1 bsl 300) catch error:R3 -> R3 end])
   || Unit <- [1, 1000000000000, 1 bsl 70, 0, -1, foo]],
  [io:format("~w~n", [try erlang:localtime_to_universaltime({{Year, 1, 1}, {0, 0, 0}}), ok catch error:R4 -> R4 end])
   || Year <- [1800, 1900, 1970]],
  io:format("~w~n", [try list_to_tuple(lists:seq(1, 1 bsl 24)), ok catch error:R5 -> R5 end]),
  {Total, Since} = erlang:statistics(wall_clock),
  {Later, Between} = erlang:statistics(wall_clock),
  io:format("~w ~w~n", [Since =< Total, Later - Total =:= Between]),
  io:format("~w~n", [[erlang:statistics(Item) >= 0 || Item <- [total_active_tasks, total_run_queue_lengths]]]),
  io:format("~w~n", [[is_integer(erlang:system_info(Item)) || Item <- [atom_count, ets_count]]]).
%% expect: {0,<<131,99,49,46,53,48,48,48,48,48,48,48,48,48,48,48,48,48,48,48,48,48,48,48,101,43,48,48,0,0,0,0,0>>,true,33}
%% expect: {1,<<131,70,63,248,0,0,0,0,0,0>>,true,10}
%% expect: {2,<<131,70,63,248,0,0,0,0,0,0>>,true,10}
%% expect: {0,<<131,99,45,48,46,48,48,48,48,48,48,48,48,48,48,48,48,48,48,48,48,48,48,48,48,101,43,48,48,0,0,0,0>>,true,33}
%% expect: {1,<<131,70,128,0,0,0,0,0,0,0>>,true,10}
%% expect: {2,<<131,70,128,0,0,0,0,0,0,0>>,true,10}
%% expect: {0,<<131,99,49,46,48,48,48,48,48,48,48,48,48,48,48,48,48,48,48,48,50,53,48,54,101,45,51,48,48,0,0,0,0>>,true,33}
%% expect: {1,<<131,70,1,165,110,31,194,248,243,89>>,true,10}
%% expect: {2,<<131,70,1,165,110,31,194,248,243,89>>,true,10}
%% expect: {0,<<131,99,45,49,46,55,57,55,54,57,51,49,51,52,56,54,50,51,49,53,55,48,56,49,53,101,43,51,48,56,0,0,0>>,true,33}
%% expect: {1,<<131,70,255,239,255,255,255,255,255,255>>,true,10}
%% expect: {2,<<131,70,255,239,255,255,255,255,255,255>>,true,10}
%% expect: {0,<<131,100,0,2,101,233>>,true,6}
%% expect: {1,<<131,100,0,2,101,233>>,true,6}
%% expect: {2,<<131,119,3,101,195,169>>,true,6}
%% expect: {0,<<131,119,2,208,128>>,true,5}
%% expect: {1,<<131,119,2,208,128>>,true,5}
%% expect: {2,<<131,119,2,208,128>>,true,5}
%% expect: {0,<<131,108,0,0,0,2,100,0,1,97,104,2,100,0,1,98,109,0,0,0,1,99,106>>,true,23}
%% expect: {1,<<131,108,0,0,0,2,100,0,1,97,104,2,100,0,1,98,109,0,0,0,1,99,106>>,true,23}
%% expect: {2,<<131,108,0,0,0,2,119,1,97,104,2,119,1,98,109,0,0,0,1,99,106>>,true,23}
%% expect: badarg
%% expect: badarg
%% expect: badarg
%% expect: badarg
%% expect: badarg
%% expect: badarg
%% expect: true
%% expect: <<131,108,0,0,0,7,70,63,248,0,0,0,0,0,0,70,128,0,0,0,0,0,0,0,70,1,165,110,31,194,248,243,89,70,255,239,255,255,255,255,255,255,119,3,101,195,169,119,2,208,128,108,0,0,0,2,119,1,97,104,2,119,1,98,109,0,0,0,1,99,106,106>>
%% expect: badarg
%% expect: system_limit
%% expect: system_limit
%% expect: system_limit
%% expect: system_limit
%% expect: badarg
%% expect: badarg
%% expect: system_limit
%% expect: system_limit
%% expect: 255
%% expect: true
%% expect: true
%% expect: true
%% expect: badarg
%% expect: badarg
%% expect: badarg
%% expect: badarg
%% expect: badarg
%% expect: ok
%% expect: badarg
%% expect: true true
%% expect: [true,true]
%% expect: [true,true]
