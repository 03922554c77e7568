-module(io_lib_pretty_lines).
-export([main/0]).
main() ->
    io:format("~p~n", [lists:seq(1, 50)]),
    io:format("~p~n", [[{list_to_atom("key_" ++ integer_to_list(N)), lists:seq(1, N)} || N <- lists:seq(1, 12)]]),
    io:format("~p~n", [{error, {some_long_reason_with_details, [{module, my_module}, {function, my_function}, {arity, 3}, {extra, "text"}]}}]),
    io:format("~p~n", [lists:duplicate(100, $a)]),
    io:format("~p~n", [#{first => lists:seq(1, 20), second => "some text here", third => {a, b, c, d}, fourth => <<"binary data">>}]),
    io:format("prefix ~p~n", [lists:seq(1, 40)]),
    io:format("~20p~n", [[a, b, c, {d, e, f, g}]]),
    io:format("~p~n", [list_to_tuple(lists:seq(1, 60))]),
    io:format("~p~n", [[[[[[[[[[deep]]]]]]]]]]),
    io:format("~p~n", [binary:copy(<<"0123456789">>, 12)]),
    io:format("~p~n", [binary:copy(<<0, 1, 2, 255>>, 20)]).
%% expect: [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,
%% expect:  29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50]
%% expect: [{key_1,[1]},
%% expect:  {key_2,[1,2]},
%% expect:  {key_3,[1,2,3]},
%% expect:  {key_4,[1,2,3,4]},
%% expect:  {key_5,[1,2,3,4,5]},
%% expect:  {key_6,[1,2,3,4,5,6]},
%% expect:  {key_7,[1,2,3,4,5,6,7]},
%% expect:  {key_8,[1,2,3,4,5,6,7,8]},
%% expect:  {key_9,[1,2,3,4,5,6,7,8,9]},
%% expect:  {key_10,[1,2,3,4,5,6,7,8,9,10]},
%% expect:  {key_11,[1,2,3,4,5,6,7,8,9,10,11]},
%% expect:  {key_12,[1,2,3,4,5,6,7,8,9,10,11,12]}]
%% expect: {error,{some_long_reason_with_details,[{module,my_module},
%% expect:                                        {function,my_function},
%% expect:                                        {arity,3},
%% expect:                                        {extra,"text"}]}}
%% expect: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
%% expect: #{first => [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20],
%% expect:   fourth => <<"binary data">>,second => "some text here",
%% expect:   third => {a,b,c,d}}
%% expect: prefix [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,
%% expect:         27,28,29,30,31,32,33,34,35,36,37,38,39,40]
%% expect: [a,b,c,{d,e,f,g}]
%% expect: {1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,
%% expect:  29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,
%% expect:  54,55,56,57,58,59,60}
%% expect: [[[[[[[[[deep]]]]]]]]]
%% expect: <<"012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789">>
%% expect: <<0,1,2,255,0,1,2,255,0,1,2,255,0,1,2,255,0,1,2,255,0,1,2,255,0,1,2,255,0,1,2,
%% expect:   255,0,1,2,255,0,1,2,255,0,1,2,255,0,1,2,255,0,1,2,255,0,1,2,255,0,1,2,255,0,
%% expect:   1,2,255,0,1,2,255,0,1,2,255,0,1,2,255,0,1,2,255>>
