-module(supervisor_with_changed_code).
-behaviour(supervisor).
-export([main/0, init/1, start/1, work/1]).

%% A supervisor asks its callback module again when its code changes; children whose specifications it still knows go on.
main() ->
  process_flag(trap_exit, true),
  logger:set_primary_config(level, none),
  plan({ok, {#{}, [spec(a), spec(b)]}}),
  {ok, Sup} = supervisor:start_link({local, sup}, ?MODULE, []),
  [{_, B, _, _}, {_, A, _, _}] = supervisor:which_children(sup),
  change(Sup, {ok, {#{strategy => one_for_all, intensity => 9}, [(spec(b))#{shutdown => 77}, spec(c)]}}),
  io:format("~p~n", [[{Id, is_pid(Pid)} || {Id, Pid, _, _} <- supervisor:which_children(sup)]]),
  io:format("~p~n", [[is_process_alive(P) || P <- [A, B]]]),
  io:format("~p~n", [supervisor:get_childspec(sup, b)]),
  [change(Sup, Plan) || Plan <- [ignore, {ok, {bad, []}}, {ok, {#{strategy => none}, []}}, {ok, {#{}, [bad]}}, other,
                                 {ok, {#{auto_shutdown => all_significant}, [(spec(d))#{significant => true, restart => transient}]}}]],
  io:format("~p~n", [supervisor:count_children(sup)]),
  wrong_specs(),
  dynamic_children().

change(Sup, Plan) ->
  plan(Plan),
  ok = sys:suspend(Sup),
  io:format("~p~n", [sys:change_code(Sup, ?MODULE, old, extra)]),
  ok = sys:resume(Sup).

wrong_specs() ->
  Spec = spec(x),
  [io:format("~p~n", [supervisor:check_childspecs([Bad])])
   || Bad <- [#{}, #{id => x}, #{start => {m, f, []}}, Spec#{start => mfa}, Spec#{restart => prmanent}, Spec#{shutdown => -1},
              Spec#{type => wrker}, Spec#{modules => dy}, Spec#{modules => [m, 1]}, Spec#{significant => maybe_},
              Spec#{significant => true}, Spec#{significant => true, restart => transient},
              {x, {m, f, []}, permanent, 1000, worker, [1]}]],
  [io:format("~p~n", [supervisor:check_childspecs([Spec#{significant => true, restart => Restart}], any_significant)])
   || Restart <- [permanent, transient, temporary]],
  io:format("~p~n", [supervisor:check_childspecs([Spec], sometimes)]).

dynamic_children() ->
  plan({ok, {#{strategy => simple_one_for_one, intensity => 1000000},
             [#{id => w, start => {?MODULE, start, []}, restart => permanent}]}}),
  {ok, Sup} = supervisor:start_link(?MODULE, []),
  {ok, P1} = supervisor:start_child(Sup, [one]),
  {ok, P2} = supervisor:start_child(Sup, [two]),
  io:format("~p~n", [supervisor:terminate_child(Sup, P1)]),
  io:format("~p~n", [supervisor:terminate_child(Sup, P1)]),
  io:format("~p~n", [supervisor:terminate_child(Sup, self())]),
  io:format("~p~n", [element(1, supervisor:get_childspec(Sup, P1))]),
  io:format("~p~n", [supervisor:get_childspec(Sup, self())]),
  persistent_term:put(fails, true),
  exit(P2, crash),
  wait_for([{specs, 1}, {active, 0}, {supervisors, 0}, {workers, 1}], Sup),
  io:format("~p~n", [supervisor:which_children(Sup)]),
  persistent_term:put(fails, false),
  wait_for([{specs, 1}, {active, 1}, {supervisors, 0}, {workers, 1}], Sup),
  io:format("~p~n", [length(supervisor:which_children(Sup))]).

wait_for(Count, Sup) ->
  case supervisor:count_children(Sup) of
    Count -> io:format("~p~n", [Count]);
    _ -> erlang:yield(), wait_for(Count, Sup)
  end.

plan(Plan) -> persistent_term:put(plan, Plan).
init([]) -> persistent_term:get(plan).
spec(Id) -> #{id => Id, start => {?MODULE, start, [Id]}}.
start(_) ->
  case persistent_term:get(fails, false) of
    true -> timer:sleep(5), {error, not_now};
    false -> {ok, proc_lib:spawn_link(?MODULE, work, [x])}
  end.
work(_) -> receive stop -> ok end.
%% expect: ok
%% expect: [{a,true},{c,false},{b,true}]
%% expect: [true,true]
%% expect: {ok,#{id => b,
%% expect:       modules => [supervisor_with_changed_code],
%% expect:       restart => permanent,shutdown => 77,significant => false,
%% expect:       start => {supervisor_with_changed_code,start,[b]},
%% expect:       type => worker}}
%% expect: ok
%% expect: {error,{error,{bad_flags,bad}}}
%% expect: {error,{error,{invalid_strategy,none}}}
%% expect: {error,{error,{invalid_child_spec,bad}}}
%% expect: {error,other}
%% expect: ok
%% expect: [{specs,4},{active,2},{supervisors,0},{workers,4}]
%% expect: {error,missing_id}
%% expect: {error,missing_start}
%% expect: {error,missing_id}
%% expect: {error,{invalid_mfa,mfa}}
%% expect: {error,{invalid_restart_type,prmanent}}
%% expect: {error,{invalid_shutdown,-1}}
%% expect: {error,{invalid_child_type,wrker}}
%% expect: {error,{invalid_modules,dy}}
%% expect: {error,{invalid_module,1}}
%% expect: {error,{invalid_significant,maybe_}}
%% expect: {error,{bad_combination,[{restart,permanent},{significant,true}]}}
%% expect: ok
%% expect: {error,{invalid_module,1}}
%% expect: {error,{bad_combination,[{restart,permanent},{significant,true}]}}
%% expect: ok
%% expect: ok
%% expect: {error,{badarg,sometimes}}
%% expect: ok
%% expect: ok
%% expect: {error,not_found}
%% expect: ok
%% expect: {error,not_found}
%% expect: [{specs,1},{active,0},{supervisors,0},{workers,1}]
%% expect: [{undefined,restarting,worker,[supervisor_with_changed_code]}]
%% expect: [{specs,1},{active,1},{supervisors,0},{workers,1}]
%% expect: 1
