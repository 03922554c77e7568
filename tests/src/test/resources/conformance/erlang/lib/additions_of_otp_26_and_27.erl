%% Functions that are not in OTP 25.
%% oracle: none new in OTP 26 and 27; the values are those of their manuals
-module(additions_of_otp_26_and_27).
-export([main/0]).

main() ->
    io:format("~p~n", [[binary:encode_hex(<<10, 255>>, C) || C <- [lowercase, uppercase]]]),  % expect: [<<"0aff">>,<<"0AFF">>]
    T = ets:new(t, [ordered_set]),
    ets:insert(T, [{1, a}, {2, b}]),
    io:format("~p ~p~n", [ets:first_lookup(T), ets:last_lookup(T)]),  % expect: {1,[{1,a}]} {2,[{2,b}]}
    io:format("~p ~p~n", [ets:next_lookup(T, 1), ets:prev_lookup(T, 2)]),  % expect: {2,[{2,b}]} {1,[{1,a}]}
    io:format("~p ~p~n", [ets:next_lookup(T, 2), ets:prev_lookup(T, 1)]),  % expect: '$end_of_table' '$end_of_table'
    B = ets:new(b, [bag]),
    io:format("~p ~p~n", [ets:first_lookup(B), ets:last_lookup(B)]),  % expect: '$end_of_table' '$end_of_table'
    ets:insert(B, [{k, 1}, {k, 2}]),
    io:format("~p~n", [ets:first_lookup(B)]),  % expect: {k,[{k,1},{k,2}]}
    io:format("~p~n", [ets:update_element(T, 3, {2, c}, {none, none})]),  % expect: true
    io:format("~p~n", [ets:update_element(T, 3, {2, d}, {none, none, x})]),  % expect: true
    io:format("~p~n", [ets:update_element(T, 4, [{3, y}], {none, n, m})]),  % expect: true
    io:format("~p~n", [ets:tab2list(T)]),  % expect: [{1,a},{2,b},{3,d},{4,n,y}]
    io:format("~p~n", [reason(fun() -> ets:update_element(T, 5, {3, y}, {none, n}) end)]),  % expect: badarg
    io:format("~p~n", [reason(fun() -> ets:update_element(T, 5, {2, y}, x) end)]),  % expect: badarg
    io:format("~p~n", [ets:lookup(T, 5)]),  % expect: []
    Key = {?MODULE, make_ref()},
    io:format("~p ~p~n", [persistent_term:put_new(Key, 1), persistent_term:put_new(Key, 1)]),  % expect: ok ok
    io:format("~p ~p~n", [reason(fun() -> persistent_term:put_new(Key, 2) end), persistent_term:get(Key)]),  % expect: badarg 1
    io:format("~p~n", [application:ensure_all_started([kernel, stdlib], temporary, concurrent)]),  % expect: {ok,[]}
    io:format("~p~n", [{code:get_doc(lists), code:coverage_support(), code:clear_cache()}]),  % expect: {{error,missing},false,ok}
    io:format("~p~n", [erl_features:all()]),  % expect: [maybe_expr]
    io:format("~p~n", [erl_features:keywords()]),  % expect: [maybe,else]
    io:format("~p~n", [maps:get(status, erl_features:info(maybe_expr))]),  % expect: approved
    io:format("~p~n", [reason(fun() -> erl_features:info(x) end)]),  % expect: invalid_feature
    io:format("~p~n", [file:read_file("/no/such/file", [raw])]).  % expect: {error,enoent}

reason(F) -> try F() catch error:Reason -> Reason end.
