-module(hibernate_forgets_the_stack).
-export([main/0, woken/1]).

%% What called hibernate/3 is gone: handlers, after, loops and functions of the library that wait for a value.
main() ->
  Self = self(),
  Sleep = fun() -> erlang:hibernate(?MODULE, woken, [Self]) end,
  ways(Self, [{handler, fun() -> catch Sleep(), Self ! returned end},
              {cleaning, fun() -> try Sleep() catch _:_ -> Self ! caught after Self ! cleaned end end},
              {deep, fun() -> deep(1000, Sleep), Self ! returned end},
              {very_deep, fun() -> deep(100000, Sleep), Self ! returned end},
              {library, fun() -> lists:foreach(fun(_) -> Sleep() end, [1, 2]), Self ! returned end},
              {sorting, fun() -> lists:sort(fun(_, _) -> Sleep() end, [1, 2, 3]), Self ! returned end},
              {applied, fun() -> catch apply(erlang, hibernate, [?MODULE, woken, [Self]]), Self ! returned end},
              {received, fun() -> receive go -> ok end, catch Sleep(), Self ! returned end}]),
  [io:format("~p~n", [catch hd(element(2, element(2, (catch apply(erlang, hibernate, Bad)))))])
   || Bad <- [[1, f, []], [m, 1, []], [m, f, x], [m, f, [1 | 2]]]],
  {'EXIT', {Limit, _}} = (catch erlang:hibernate(m, f, lists:seq(1, 10000))),
  io:format("~p~n", [Limit]).

ways(_, []) -> ok;
ways(Self, [{Name, Way} | Rest]) ->
  {Pid, Monitor} = spawn_monitor(Way),
  [Pid ! go || Name =:= received],
  await_sleep(Pid),
  Pid ! {Name, Self},
  receive Answer -> io:format("~p~n", [Answer]) end,
  receive {'DOWN', Monitor, _, _, Reason} -> io:format("~p~n", [Reason]); Other -> io:format("~p~n", [Other]) end,
  ways(Self, Rest).

await_sleep(Pid) ->
  case process_info(Pid, [current_function, current_stacktrace, status]) of
    [{_, {erlang, hibernate, 3}}, {_, []}, {_, waiting}] -> asleep;
    _ -> erlang:yield(), await_sleep(Pid)
  end.

woken(Parent) ->
  receive {Name, _} ->
    {_, Stack} = process_info(self(), current_stacktrace),
    Parent ! {Name, [{M, F, A} || {M, F, A, _} <- Stack]}
  end.

deep(0, Sleep) -> Sleep();
deep(N, Sleep) -> deep(N - 1, Sleep) + 1.
%% expect: {handler,[{hibernate_forgets_the_stack,woken,1}]}
%% expect: normal
%% expect: {cleaning,[{hibernate_forgets_the_stack,woken,1}]}
%% expect: normal
%% expect: {deep,[{hibernate_forgets_the_stack,woken,1}]}
%% expect: normal
%% expect: {very_deep,[{hibernate_forgets_the_stack,woken,1}]}
%% expect: normal
%% expect: {library,[{hibernate_forgets_the_stack,woken,1}]}
%% expect: normal
%% expect: {sorting,[{hibernate_forgets_the_stack,woken,1}]}
%% expect: normal
%% expect: {applied,[{hibernate_forgets_the_stack,woken,1}]}
%% expect: normal
%% expect: {received,[{hibernate_forgets_the_stack,woken,1}]}
%% expect: normal
%% expect: {erlang,hibernate,[1,f,[]],[{error_info,#{module => erl_erts_errors}}]}
%% expect: {erlang,hibernate,[m,1,[]],[{error_info,#{module => erl_erts_errors}}]}
%% expect: {erlang,hibernate,[m,f,x],[{error_info,#{module => erl_erts_errors}}]}
%% expect: {erlang,hibernate,[m,f,[1|2]],[{error_info,#{module => erl_erts_errors}}]}
%% expect: system_limit
