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
