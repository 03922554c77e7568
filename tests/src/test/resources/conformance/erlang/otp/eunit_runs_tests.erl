-module(eunit_runs_tests).
-include_lib("eunit/include/eunit.hrl").
-behaviour(eunit_listener).
-export([main/0, start/1, init/1, handle_begin/3, handle_end/3, handle_cancel/3, terminate/2]).

main() ->
    %% In which order a module's tests run is nobody's promise.
    count(?MODULE),
    run(fun() -> ok end),
    run({"a title", fun() -> ok end}),
    run([{"one", fun() -> ok end}, [[{"two", fun() -> error(x) end}]]]),
    run({module, no_such_module}),
    run({no_such_module, no_such_function}),
    run({?MODULE, no_such_function}),
    run({generator, fun() -> [ok] end}),
    run({generator, fun() -> error(broken) end}),
    run([{setup, fun() -> error(broken) end, fun(_) -> ok end, fun(_) -> [] end}, fun() -> ok end]),
    run({setup, fun() -> v end, fun(_) -> error(broken) end, fun(v) -> [fun() -> ok end] end}),
    run({setup, fun() -> v end, fun(v) -> [fun() -> ok end, fun() -> v end] end}),
    run({setup, local, fun() -> put(k, v) end, fun(_) -> [fun() -> v = get(k) end] end}),
    run({setup, [{a, fun() -> 1 end}, {b, fun() -> 2 end, fun(2) -> ok end}],
         fun([1, 2]) -> [fun() -> ok end] end}),
    run({setup, fun() -> 3 end, {with, [fun(3) -> ok end, fun(4) -> ok end]}}),
    run({foreach, fun() -> 1 end, [fun(1) -> fun() -> ok end end, fun(2) -> fun() -> ok end end]}),
    run({foreachx, fun(X) -> X * 2 end, fun(X, Y) -> Y = X * 2 end,
         [{1, fun(1, 2) -> fun() -> ok end end}, {2, fun(2, 5) -> [] end}]}),
    run({inparallel, [fun() -> timer:sleep(20) end, fun() -> error(x) end, fun() -> ok end]}),
    run({inparallel, 2, [fun() -> ok end || _ <- lists:seq(1, 5)]}),
    run({inorder, [fun() -> put(a, 1) end, fun() -> 1 = get(a) end]}),
    run([{spawn, fun() -> put(a, 1) end}, fun() -> undefined = get(a) end]),
    run({timeout, 0.4, fun() -> timer:sleep(1000) end}),
    run({"slow", {timeout, 0.4, [fun() -> ok end, fun() -> timer:sleep(1000) end]}}),
    run([fun() -> exit(self(), kill), timer:sleep(1000) end, fun() -> ok end]),
    run([{spawn, fun() -> exit(self(), kill), timer:sleep(1000) end}, fun() -> ok end]),
    run(not_a_test_at_all),
    run({wrong, 1, 2}),
    run([]).

run(Tests) -> run(Tests, 0).
count(Tests) -> run(Tests, quiet).

run(Tests, Depth) ->
    Result = eunit:test(Tests, [no_tty, {report, {?MODULE, [{depth, Depth}]}}]),
    io:format("~p~n~n", [Result]).

%% Tests of this module.

one_test() -> io:format("not shown").
two_test_() -> [?_assertEqual(2, 1 + 1), {"failing", ?_assertEqual(3, 1 + 1)}].
throwing_test() -> throw(ball).
output_test() ->
    io:format("~s~n", ["some"]),
    ?assertEqual("some\n", ?capturedOutput).
not_exported_(_) -> ok.
under_test() -> ?assert(?UNDER_EUNIT).
linked_test() -> spawn(fun() -> ok end), process_flag(trap_exit, false).

%% The listener.

start(Options) -> eunit_listener:start(?MODULE, Options).

init(Options) -> receive {start, _} -> proplists:get_value(depth, Options) end.

handle_begin(_, _, quiet) -> quiet;
handle_begin(Kind, Data, Depth) ->
    line(Depth, "begin ~p ~p ~p", [Kind, id(Data), description(Data)]),
    Depth + 1.

handle_end(_, _, quiet) -> quiet;
handle_end(test, Data, Depth) ->
    Status = case proplists:get_value(status, Data) of
                 ok -> ok;
                 {error, {C, R, _}} -> {C, R};
                 Other -> Other
             end,
    line(Depth - 1, "end test ~p ~p", [id(Data), Status]),
    Depth - 1;
handle_end(group, Data, Depth) ->
    line(Depth - 1, "end group ~p of ~p", [id(Data), proplists:get_value(size, Data)]),
    Depth - 1.

handle_cancel(_, _, quiet) -> quiet;
handle_cancel(Kind, Data, Depth) ->
    line(Depth - 1, "cancel ~p ~p ~p", [Kind, id(Data), reason(proplists:get_value(reason, Data))]),
    Depth - 1.

terminate({ok, Counts}, _) ->
    io:format("~p~n", [lists:sort(Counts)]),
    receive {stop, _, _} -> ok end.

description(Data) -> proplists:get_value(desc, Data).
id(Data) -> proplists:get_value(id, Data).

line(Depth, Format, Args) ->
    io:format("~s" ++ Format ++ "~n", [lists:duplicate(Depth, " ") | Args]).

reason({abort, {Why, {C, R, T}}}) when is_list(T) -> {abort, Why, C, R};
reason({abort, {Why, {MFA, {C, R, T}}}}) when is_list(T) -> {abort, Why, element(1, MFA), C, R};
reason({abort, {Why, {{M, _, A}, Term}}}) -> {abort, Why, M, A, Term};
reason({timeout, _}) -> timeout;
reason(Other) -> Other.
%% expect: [{cancel,0},{fail,2},{pass,5},{skip,0}]
%% expect: error
%% expect:
%% expect: begin group [] undefined
%% expect:  begin test [1] undefined
%% expect:  end test [1] ok
%% expect: end group [] of 1
%% expect: [{cancel,0},{fail,0},{pass,1},{skip,0}]
%% expect: ok
%% expect:
%% expect: begin group [] undefined
%% expect:  begin test [1] <<"a title">>
%% expect:  end test [1] ok
%% expect: end group [] of 1
%% expect: [{cancel,0},{fail,0},{pass,1},{skip,0}]
%% expect: ok
%% expect:
%% expect: begin group [] undefined
%% expect:  begin test [1] <<"one">>
%% expect:  end test [1] ok
%% expect:  begin test [2] <<"two">>
%% expect:  end test [2] {error,x}
%% expect: end group [] of 2
%% expect: [{cancel,0},{fail,1},{pass,1},{skip,0}]
%% expect: error
%% expect:
%% expect: begin group [] undefined
%% expect: cancel group [] {abort,{module_not_found,no_such_module}}
%% expect: [{cancel,1},{fail,0},{pass,0},{skip,0}]
%% expect: error
%% expect:
%% expect: begin group [] undefined
%% expect:  begin test [1] undefined
%% expect:  end test [1] {skipped,{module_not_found,no_such_module}}
%% expect: end group [] of 1
%% expect: [{cancel,0},{fail,0},{pass,0},{skip,1}]
%% expect: error
%% expect:
%% expect: begin group [] undefined
%% expect:  begin test [1] undefined
%% expect:  end test [1] {skipped,
%% expect:                   {no_such_function,{eunit_runs_tests,no_such_function,0}}}
%% expect: end group [] of 1
%% expect: [{cancel,0},{fail,0},{pass,0},{skip,1}]
%% expect: error
%% expect:
%% expect: begin group [] undefined
%% expect: cancel group [] {abort,{module_not_found,ok}}
%% expect: [{cancel,1},{fail,0},{pass,0},{skip,0}]
%% expect: error
%% expect:
%% expect: begin group [] undefined
%% expect: cancel group [] {abort,generator_failed,eunit_runs_tests,error,broken}
%% expect: [{cancel,1},{fail,0},{pass,0},{skip,0}]
%% expect: error
%% expect:
%% expect: begin group [] undefined
%% expect:  begin group [1] undefined
%% expect:  cancel group [1] {abort,setup_failed,error,broken}
%% expect:  begin test [2] undefined
%% expect:  end test [2] ok
%% expect: end group [] of 2
%% expect: [{cancel,1},{fail,0},{pass,1},{skip,0}]
%% expect: error
%% expect:
%% expect: begin group [] undefined
%% expect:  begin group [1] undefined
%% expect:   begin group [1,1] undefined
%% expect:    begin test [1,1,1] undefined
%% expect:    end test [1,1,1] ok
%% expect:   end group [1,1] of 1
%% expect:  cancel group [1] {abort,cleanup_failed,error,broken}
%% expect: end group [] of 1
%% expect: [{cancel,1},{fail,0},{pass,1},{skip,0}]
%% expect: error
%% expect:
%% expect: begin group [] undefined
%% expect:  begin group [1] undefined
%% expect:   begin group [1,1] undefined
%% expect:    begin test [1,1,1] undefined
%% expect:    end test [1,1,1] ok
%% expect:    begin test [1,1,2] undefined
%% expect:    end test [1,1,2] ok
%% expect:   end group [1,1] of 2
%% expect:  end group [1] of 1
%% expect: end group [] of 1
%% expect: [{cancel,0},{fail,0},{pass,2},{skip,0}]
%% expect: ok
%% expect:
%% expect: begin group [] undefined
%% expect:  begin group [1] undefined
%% expect:   begin test [1,1] undefined
%% expect:   end test [1,1] ok
%% expect:  end group [1] of 1
%% expect: end group [] of 1
%% expect: [{cancel,0},{fail,0},{pass,1},{skip,0}]
%% expect: ok
%% expect:
%% expect: begin group [] undefined
%% expect:  begin group [1] undefined
%% expect:   begin group [1,1] undefined
%% expect:    begin test [1,1,1] undefined
%% expect:    end test [1,1,1] ok
%% expect:   end group [1,1] of 1
%% expect:  end group [1] of 1
%% expect: end group [] of 1
%% expect: [{cancel,0},{fail,0},{pass,1},{skip,0}]
%% expect: ok
%% expect:
%% expect: begin group [] undefined
%% expect:  begin group [1] undefined
%% expect:   begin group [1,1] undefined
%% expect:    begin test [1,1,1] undefined
%% expect:    end test [1,1,1] ok
%% expect:    begin test [1,1,2] undefined
%% expect:    end test [1,1,2] {error,function_clause}
%% expect:   end group [1,1] of 2
%% expect:  end group [1] of 1
%% expect: end group [] of 1
%% expect: [{cancel,0},{fail,1},{pass,1},{skip,0}]
%% expect: error
%% expect:
%% expect: begin group [] undefined
%% expect:  begin group [1] undefined
%% expect:   begin group [1,1] undefined
%% expect:    begin test [1,1,1] undefined
%% expect:    end test [1,1,1] ok
%% expect:   end group [1,1] of 1
%% expect:  end group [1] of 1
%% expect:  begin group [2] undefined
%% expect:  cancel group [2] {abort,instantiation_failed,error,function_clause}
%% expect: end group [] of 2
%% expect: [{cancel,1},{fail,0},{pass,1},{skip,0}]
%% expect: error
%% expect:
%% expect: begin group [] undefined
%% expect:  begin group [1] undefined
%% expect:   begin group [1,1] undefined
%% expect:    begin test [1,1,1] undefined
%% expect:    end test [1,1,1] ok
%% expect:   end group [1,1] of 1
%% expect:  end group [1] of 1
%% expect:  begin group [2] undefined
%% expect:  cancel group [2] {abort,instantiation_failed,error,function_clause}
%% expect: end group [] of 2
%% expect: [{cancel,1},{fail,0},{pass,1},{skip,0}]
%% expect: error
%% expect:
%% expect: begin group [] undefined
%% expect:  begin group [1] undefined
%% expect:   begin test [1,1] undefined
%% expect:   end test [1,1] ok
%% expect:   begin test [1,2] undefined
%% expect:   end test [1,2] {error,x}
%% expect:   begin test [1,3] undefined
%% expect:   end test [1,3] ok
%% expect:  end group [1] of 3
%% expect: end group [] of 1
%% expect: [{cancel,0},{fail,1},{pass,2},{skip,0}]
%% expect: error
%% expect:
%% expect: begin group [] undefined
%% expect:  begin group [1] undefined
%% expect:   begin test [1,1] undefined
%% expect:   end test [1,1] ok
%% expect:   begin test [1,2] undefined
%% expect:   end test [1,2] ok
%% expect:   begin test [1,3] undefined
%% expect:   end test [1,3] ok
%% expect:   begin test [1,4] undefined
%% expect:   end test [1,4] ok
%% expect:   begin test [1,5] undefined
%% expect:   end test [1,5] ok
%% expect:  end group [1] of 5
%% expect: end group [] of 1
%% expect: [{cancel,0},{fail,0},{pass,5},{skip,0}]
%% expect: ok
%% expect:
%% expect: begin group [] undefined
%% expect:  begin group [1] undefined
%% expect:   begin test [1,1] undefined
%% expect:   end test [1,1] ok
%% expect:   begin test [1,2] undefined
%% expect:   end test [1,2] ok
%% expect:  end group [1] of 2
%% expect: end group [] of 1
%% expect: [{cancel,0},{fail,0},{pass,2},{skip,0}]
%% expect: ok
%% expect:
%% expect: begin group [] undefined
%% expect:  begin group [1] undefined
%% expect:   begin test [1,1] undefined
%% expect:   end test [1,1] ok
%% expect:  end group [1] of 1
%% expect:  begin test [2] undefined
%% expect:  end test [2] ok
%% expect: end group [] of 2
%% expect: [{cancel,0},{fail,0},{pass,2},{skip,0}]
%% expect: ok
%% expect:
%% expect: begin group [] undefined
%% expect:  begin test [1] undefined
%% expect:  cancel test [1] timeout
%% expect: cancel group [] {blame,[1]}
%% expect: [{cancel,2},{fail,0},{pass,0},{skip,0}]
%% expect: error
%% expect:
%% expect: begin group [] undefined
%% expect:  begin group [1] <<"slow">>
%% expect:   begin test [1,1] undefined
%% expect:   end test [1,1] ok
%% expect:   begin test [1,2] undefined
%% expect:   cancel test [1,2] undefined
%% expect:  cancel group [1] timeout
%% expect: cancel group [] {blame,[1]}
%% expect: [{cancel,3},{fail,0},{pass,1},{skip,0}]
%% expect: error
%% expect:
%% expect: begin group [] undefined
%% expect:  begin test [1] undefined
%% expect:  cancel test [1] undefined
%% expect: cancel group [] {exit,killed}
%% expect: [{cancel,2},{fail,0},{pass,0},{skip,0}]
%% expect: error
%% expect:
%% expect: begin group [] undefined
%% expect:  begin group [1] undefined
%% expect:   begin test [1,1] undefined
%% expect:   cancel test [1,1] undefined
%% expect:  cancel group [1] {exit,killed}
%% expect:  begin test [2] undefined
%% expect:  end test [2] ok
%% expect: end group [] of 2
%% expect: [{cancel,2},{fail,0},{pass,1},{skip,0}]
%% expect: error
%% expect:
%% expect: begin group [] undefined
%% expect: cancel group [] {abort,{module_not_found,not_a_test_at_all}}
%% expect: [{cancel,1},{fail,0},{pass,0},{skip,0}]
%% expect: error
%% expect:
%% expect: begin group [] undefined
%% expect: cancel group [] {abort,{bad_test,{wrong,1,2}}}
%% expect: [{cancel,1},{fail,0},{pass,0},{skip,0}]
%% expect: error
%% expect:
%% expect: begin group [] undefined
%% expect: end group [] of 0
%% expect: [{cancel,0},{fail,0},{pass,0},{skip,0}]
%% expect: ok
%% expect:
