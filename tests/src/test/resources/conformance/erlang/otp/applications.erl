%% Applications from specifications: loaded, started with what they need, configured, stopped.
-module(applications).
-behaviour(application).
-behaviour(supervisor).
-export([main/0, start/2, stop/1, init/1, work/0]).

start(Type, Argument) ->
    main ! {start, Type, Argument, application:get_env(first, k)},
    supervisor:start_link({local, top}, ?MODULE, []).

stop(State) -> main ! {stop, State}.

init([]) -> {ok, {{one_for_one, 1, 1}, [{w, {?MODULE, work, []}, temporary, 1000, worker, []}]}}.

work() -> {ok, spawn_link(fun() -> register(w, self()), receive {ask, P} -> P ! application:get_application() end end)}.

main() ->
    P = fun(X) -> io:format("~p~n", [X]) end,
    logger:set_primary_config(level, none),
    register(main, self()),
    First = {application, first, [{description, "d"}, {vsn, "1.2"}, {modules, [?MODULE]}, {registered, []},
                                  {applications, [kernel, stdlib]}, {mod, {?MODULE, [x]}}, {env, [{k, 1}, {j, [a]}]}]},
    P(application:start(First)),
    P(received()),
    P(application:start(first)),
    until(fun() -> whereis(w) =/= undefined end),
    P(is_pid(whereis(top))),
    w ! {ask, self()},
    P(receive Answer -> Answer end),
    P([application:get_env(first, k), application:get_env(first, z), application:get_env(first, z, default)]),
    P(application:set_env(first, z, 3)),
    P(lists:sort(application:get_all_env(first))),
    P([application:get_key(first, vsn), application:get_key(first, none), application:get_key(none, vsn)]),
    P(application:get_application(?MODULE)),
    P([A || {first, _, _} = A <- application:which_applications()]),
    P(application:load({application, second, [{applications, [first]}, {env, [{a, b}]}]})),
    P(application:load({application, second, []})),
    P(application:get_env(second, a)),
    P(application:stop(first)),
    P(received()),
    P(whereis(top)),
    P(application:stop(first)),
    P(application:start(second)),
    P(application:ensure_all_started(second)),
    P(application:ensure_all_started(second)),
    P(application:ensure_started(second)),
    P([application:stop(second), application:stop(first)]),
    P([application:unload(first), application:unload(first)]),
    P(application:get_env(first, k)),
    P(application:start({application, third, [{applications, [second, none]}]})),
    P(element(1, application:start(nosuch))),
    P([application:unload(second), application:unload(third), application:unset_env(first, k), unregister(main)]).

received() -> receive Message when element(1, Message) =:= start; element(1, Message) =:= stop -> Message end.

until(Done) -> case Done() of true -> ok; false -> timer:sleep(1), until(Done) end.
%% expect: ok
%% expect: {start,normal,[x],{ok,1}}
%% expect: {error,{already_started,first}}
%% expect: true
%% expect: {ok,first}
%% expect: [{ok,1},undefined,default]
%% expect: ok
%% expect: [{j,[a]},{k,1},{z,3}]
%% expect: [{ok,"1.2"},undefined,undefined]
%% expect: {ok,first}
%% expect: [{first,"d","1.2"}]
%% expect: ok
%% expect: {error,{already_loaded,{application,second,[]}}}
%% expect: {ok,b}
%% expect: ok
%% expect: {stop,[]}
%% expect: undefined
%% expect: {error,{not_started,first}}
%% expect: {error,{not_started,first}}
%% expect: {ok,[first,second]}
%% expect: {ok,[]}
%% expect: ok
%% expect: [ok,ok]
%% expect: [ok,{error,{not_loaded,first}}]
%% expect: undefined
%% expect: {error,{not_started,second}}
%% expect: error
%% expect: [ok,ok,ok,true]
