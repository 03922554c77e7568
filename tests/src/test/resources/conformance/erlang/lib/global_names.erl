-module(global_names).
-export([main/0]).

%% Names of any term. There is one node, and a name ends with its process.
main() ->
  Waiting = fun() -> receive stop -> ok end end,
  A = spawn(Waiting),
  B = spawn(Waiting),
  io:format("~p~n", [global:register_name({counter, 1}, A)]),
  io:format("~p~n", [global:register_name({counter, 1}, B)]),
  io:format("~p~n", [global:register_name("b", B)]),
  io:format("~p~n", [global:whereis_name({counter, 1}) =:= A]),
  io:format("~p~n", [global:whereis_name({counter, 1.0})]),
  io:format("~p~n", [lists:sort(global:registered_names())]),
  io:format("~p~n", [global:re_register_name({counter, 1}, B)]),
  io:format("~p~n", [global:whereis_name({counter, 1}) =:= B]),
  io:format("~p~n", [global:unregister_name("b")]),
  io:format("~p~n", [global:unregister_name(nobody)]),
  io:format("~p~n", [global:send({counter, 1}, stop) =:= B]),
  Monitor = monitor(process, B),
  receive {'DOWN', Monitor, _, _, _} -> ok end,
  until(fun() -> global:whereis_name({counter, 1}) =:= undefined end),
  io:format("~p~n", [global:whereis_name({counter, 1})]),
  io:format("~p~n", [catch global:send({counter, 1}, x)]),
  io:format("~p~n", [global:registered_names()]),
  {ok, Server} = gen_event:start({global, [events]}),
  io:format("~p~n", [gen_event:start({global, [events]}) =:= {error, {already_started, Server}}]),
  io:format("~p~n", [gen_event:which_handlers({global, [events]})]),
  io:format("~p~n", [gen_event:stop({global, [events]})]),
  exit(A, kill).

until(Done) -> case Done() of true -> ok; false -> timer:sleep(1), until(Done) end.
%% expect: yes
%% expect: no
%% expect: yes
%% expect: true
%% expect: undefined
%% expect: [{counter,1},"b"]
%% expect: yes
%% expect: true
%% expect: ok
%% expect: ok
%% expect: true
%% expect: undefined
%% expect: {'EXIT',{badarg,{{counter,1},x}}}
%% expect: []
%% expect: true
%% expect: []
%% expect: ok
