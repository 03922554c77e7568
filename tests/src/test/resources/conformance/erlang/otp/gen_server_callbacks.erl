-module(gen_server_callbacks).
-behaviour(gen_server).
-export([main/0, init/1, handle_call/3, handle_cast/2, handle_info/2, terminate/2]).
main() ->
    {ok, P} = gen_server:start_link(?MODULE, [10], []),
    io:format("~p~n", [gen_server:call(P, get)]),
    ok = gen_server:cast(P, {add, 5}),
    io:format("~p~n", [gen_server:call(P, get)]),
    P ! {info, 100},
    io:format("~p~n", [gen_server:call(P, get)]),
    io:format("~p~n", [gen_server:call(P, later)]),
    io:format("~p~n", [try gen_server:call(P, silent, 20) catch exit:{Why, _} -> Why end]),
    io:format("~p~n", [gen_server:stop(P)]),
    io:format("~p~n", [gen_server:start(?MODULE, fail, [])]),
    io:format("~p~n", [gen_server:start(?MODULE, ignore, [])]),
    {ok, Q} = gen_server:start({local, named}, ?MODULE, [1], []),
    io:format("~p~n", [gen_server:call(named, get)]),
    io:format("~p~n", [gen_server:start({local, named}, ?MODULE, [1], []) =:= {error, {already_started, Q}}]),
    M = monitor(process, Q),
    io:format("~p~n", [try gen_server:call(named, {stop, done}) catch exit:E -> E end]),
    receive {'DOWN', M, process, Q, _} -> ok end,
    io:format("~p~n", [whereis(named)]),
    {ok, T} = gen_server:start(?MODULE, timeout, []),
    R = monitor(process, T),
    receive {'DOWN', R, process, T, W} -> io:format("~p~n", [W]) end.
init(fail) -> {stop, init_failed};
init(ignore) -> ignore;
init(timeout) -> {ok, timing, 5};
init([N]) -> {ok, N}.
handle_call(get, _, N) -> {reply, N, N};
handle_call(later, From, N) -> self() ! {reply, From}, {noreply, N};
handle_call(silent, _, N) -> {noreply, N};
handle_call({stop, Reply}, _, N) -> {stop, normal, Reply, N}.
handle_cast({add, K}, N) -> {noreply, N + K}.
handle_info({info, K}, N) -> {noreply, N + K};
handle_info({reply, From}, N) -> gen_server:reply(From, {later, N}), {noreply, N};
handle_info(timeout, timing) -> {stop, normal, timed_out}.
terminate(Reason, State) -> io:format("terminate ~p ~p~n", [Reason, State]).
%% expect: 10
%% expect: 15
%% expect: 115
%% expect: {later,115}
%% expect: timeout
%% expect: terminate normal 115
%% expect: ok
%% expect: {error,init_failed}
%% expect: ignore
%% expect: 1
%% expect: true
%% expect: terminate normal 1
%% expect: done
%% expect: undefined
%% expect: terminate normal timed_out
%% expect: normal
