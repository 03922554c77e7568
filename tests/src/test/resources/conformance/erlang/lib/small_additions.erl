%% Functions that came to modules in OTP 24 and 25, or are seldom used.
-module(small_additions).
-export([main/0]).

main() ->
    boms(), iovecs(), environment(), tables().

boms() ->
    All = [latin1, unicode, utf8, utf16, {utf16, big}, {utf16, little}, utf32, {utf32, big}, {utf32, little}],
    io:format("~w~n", [[unicode:encoding_to_bom(E) || E <- All]]),
    io:format("~p~n", [[unicode:bom_to_encoding(<<(unicode:encoding_to_bom(E))/binary, "abcd">>) || E <- All]]),
    io:format("~p~n", [[unicode:bom_to_encoding(B) || B <- [<<>>, <<239>>, <<254, 255>>, <<255, 254>>, <<0, 0>>]]]),
    io:format("~p~n", [try unicode:encoding_to_bom(ebcdic) catch error:R -> R end]),
    io:format("~w~n", [[unicode:characters_to_nfkc_binary("\x{fb01}a\x{308}"), unicode:characters_to_nfkd_binary("\x{fb01}\x{e4}")]]).

iovecs() ->
    io:format("~p~n", [binary_to_term(iolist_to_binary(erlang:term_to_iovec({a, [1]})))]),
    io:format("~p~n", [binary_to_term(iolist_to_binary(erlang:term_to_iovec({a, [1]}, [{compressed, 1}])))]),
    io:format("~p~n", [try erlang:term_to_iovec(x, [y]) catch error:R -> R end]).

environment() ->
    io:format("~p~n", [os:putenv("MOONBEAM_TEST_ONE", "1 = \x{e4}")]),
    io:format("~p ~p~n", [os:getenv("MOONBEAM_TEST_ONE"), lists:keyfind("MOONBEAM_TEST_ONE", 1, os:env())]),
    io:format("~p~n", [[V || "MOONBEAM_TEST" ++ _ = V <- os:getenv()]]),
    io:format("~p~n", [os:unsetenv("MOONBEAM_TEST_ONE")]),
    io:format("~p ~p~n", [os:getenv("MOONBEAM_TEST_ONE"), os:getenv("MOONBEAM_TEST_ONE", "none")]),
    io:format("~p~n", [os:unsetenv("MOONBEAM_TEST_NEVER")]),
    io:format("~p~n", [[try F() catch error:R -> R end ||
                           F <- [fun() -> os:putenv("A=B", "x") end, fun() -> os:putenv(a, "x") end,
                                 fun() -> os:putenv("A", x) end, fun() -> os:unsetenv("A\0") end]]]).

tables() ->
    T = ets:new(t, [ordered_set]),
    ets:insert(T, [{K, K * K} || K <- lists:seq(1, 5)]),
    io:format("~p~n", [ets:select_reverse(T, [{{'$1', '_'}, [], ['$1']}])]),
    {Some, C} = ets:select_reverse(T, [{{'$1', '_'}, [], ['$1']}], 3),
    {Rest, End} = ets:select_reverse(C),
    io:format("~p ~p ~p~n", [Some, Rest, End]),
    io:format("~p ~p~n", [ets:select_reverse('$end_of_table'), ets:select_reverse(T, [{{9, '_'}, [], [x]}], 1)]),
    io:format("~p~n", [[ets:slot(T, I) || I <- [0, 4, 5]]]),
    io:format("~p~n", [[try F() catch error:R -> R end ||
                           F <- [fun() -> ets:slot(T, 6) end, fun() -> ets:slot(T, -1) end,
                                 fun() -> ets:select_reverse(T, [{{'$1', '_'}, [], ['$1']}], 0) end,
                                 fun() -> ets:select_reverse(x) end]]]).
%% expect: [<<>>,<<239,187,191>>,<<239,187,191>>,<<254,255>>,<<254,255>>,<<255,254>>,<<0,0,254,255>>,<<0,0,254,255>>,<<255,254,0,0>>]
%% expect: [{latin1,0},
%% expect:  {utf8,3},
%% expect:  {utf8,3},
%% expect:  {{utf16,big},2},
%% expect:  {{utf16,big},2},
%% expect:  {{utf16,little},2},
%% expect:  {{utf32,big},4},
%% expect:  {{utf32,big},4},
%% expect:  {{utf32,little},4}]
%% expect: [{latin1,0},{latin1,0},{{utf16,big},2},{{utf16,little},2},{latin1,0}]
%% expect: function_clause
%% expect: [<<102,105,195,164>>,<<102,105,97,204,136>>]
%% expect: {a,[1]}
%% expect: {a,[1]}
%% expect: badarg
%% expect: true
%% expect: "1 = ä" {"MOONBEAM_TEST_ONE","1 = ä"}
%% expect: ["MOONBEAM_TEST_ONE=1 = ä"]
%% expect: true
%% expect: false "none"
%% expect: true
%% expect: [badarg,badarg,badarg,badarg]
%% expect: [5,4,3,2,1]
%% expect: [5,4,3] [2,1] '$end_of_table'
%% expect: '$end_of_table' '$end_of_table'
%% expect: [[{1,1}],[{5,25}],'$end_of_table']
%% expect: [badarg,badarg,badarg,badarg]
