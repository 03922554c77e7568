-module(pretty_printing).
-export([main/0]).
main() ->
    io:format("~p~n", [lists:seq(1, 50)]),
    io:format("~p~n", [[{key, a_long_atom, "some string here", <<"binary">>}, {key, a_long_atom, "some string here", <<"binary">>}]]),
    io:format("~p~n", [[{key, list_to_atom("a_long_atom_" ++ integer_to_list(I)), "some string here", <<"binary">>} || I <- lists:seq(1, 4)]]),
    io:format("~p~n", [maps:from_list([{list_to_atom("key_number_" ++ integer_to_list(I)), lists:duplicate(I * 2, I)} || I <- lists:seq(1, 8)])]),
    io:format("~p~n", [<<0:800>>]),
    io:format("~p~n", [{state, undefined, [{child, {pid, 1, 2}, some_name_that_is_long, {m, f, [a]}, permanent, 5000, worker, [m]}], #{}, <<1, 2, 3>>}]),
    io:format("~p~n", [{very_long_tag_name_here_to_force_indentation_of_tuple_elements, lists:seq(1, 40), another}]),
    io:format("~p~n", [[{a, [{b, [{c, lists:seq(1, 40)}]}]}]]),
    io:format("~p~n", [lists:duplicate(30, {ab, cd})]),
    io:format("~p~n", [{a, lists:duplicate(30, "string")}]),
    io:format("~p~n", [[lists:seq(1, 30) | tail]]),
    io:format("~p~n", [#{list => lists:seq(1, 40), other => #{deeper => lists:seq(1, 40)}}]),
    io:format("~p~n", [{{not_tagged}, lists:seq(1, 40)}]),
    io:format("~p~n", [<<1, 2, 3:4>>]).
%% expect: [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,
%% expect:  29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50]
%% expect: [{key,a_long_atom,"some string here",<<"binary">>},
%% expect:  {key,a_long_atom,"some string here",<<"binary">>}]
%% expect: [{key,a_long_atom_1,"some string here",<<"binary">>},
%% expect:  {key,a_long_atom_2,"some string here",<<"binary">>},
%% expect:  {key,a_long_atom_3,"some string here",<<"binary">>},
%% expect:  {key,a_long_atom_4,"some string here",<<"binary">>}]
%% expect: #{key_number_1 => [1,1],
%% expect:   key_number_2 => [2,2,2,2],
%% expect:   key_number_3 => [3,3,3,3,3,3],
%% expect:   key_number_4 => [4,4,4,4,4,4,4,4],
%% expect:   key_number_5 => [5,5,5,5,5,5,5,5,5,5],
%% expect:   key_number_6 => [6,6,6,6,6,6,6,6,6,6,6,6],
%% expect:   key_number_7 => [7,7,7,7,7,7,7,7,7,7,7,7,7,7],
%% expect:   key_number_8 => "\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b"}
%% expect: <<0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,
%% expect:   0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,
%% expect:   0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0>>
%% expect: {state,undefined,
%% expect:        [{child,{pid,1,2},
%% expect:                some_name_that_is_long,
%% expect:                {m,f,[a]},
%% expect:                permanent,5000,worker,
%% expect:                [m]}],
%% expect:        #{},
%% expect:        <<1,2,3>>}
%% expect: {very_long_tag_name_here_to_force_indentation_of_tuple_elements,
%% expect:     [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,
%% expect:      28,29,30,31,32,33,34,35,36,37,38,39,40],
%% expect:     another}
%% expect: [{a,[{b,[{c,[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,
%% expect:              25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40]}]}]}]
%% expect: [{ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd},
%% expect:  {ab,cd}]
%% expect: {a,["string","string","string","string","string","string","string","string",
%% expect:     "string","string","string","string","string","string","string","string",
%% expect:     "string","string","string","string","string","string","string","string",
%% expect:     "string","string","string","string","string","string"]}
%% expect: [[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,
%% expect:   29,30]|
%% expect:  tail]
%% expect: #{list =>
%% expect:       [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,
%% expect:        27,28,29,30,31,32,33,34,35,36,37,38,39,40],
%% expect:   other =>
%% expect:       #{deeper =>
%% expect:             [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,
%% expect:              25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40]}}
%% expect: {{not_tagged},
%% expect:  [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,
%% expect:   29,30,31,32,33,34,35,36,37,38,39,40]}
%% expect: <<1,2,3:4>>
