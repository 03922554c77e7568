%% Groups of processes by name: OTP's kernel manual, module pg, for one node. A scope is a server with a table of its name that
%% everybody reads; the server alone writes, and knows by monitors who is gone.
-module(pg).

-behaviour(gen_server).

-export([start_link/0, start/1, start_link/1, join/2, join/3, leave/2, leave/3, get_members/1, get_members/2, get_local_members/1,
         get_local_members/2, which_groups/0, which_groups/1, which_local_groups/0, which_local_groups/1, monitor_scope/0,
         monitor_scope/1, monitor/1, monitor/2, demonitor/1, demonitor/2]).
-export([init/1, handle_call/3, handle_cast/2, handle_info/2, terminate/2]).

%% members: for each process its monitor and the groups it is in, once for each time it joined;
%% watchers: for each monitor who is told of what group (or of all).
-record(scope, {table, members = #{}, watchers = #{}}).

start_link() -> start_link(?MODULE).

start(Scope) when is_atom(Scope) -> gen_server:start({local, Scope}, ?MODULE, Scope, []).

start_link(Scope) when is_atom(Scope) -> gen_server:start_link({local, Scope}, ?MODULE, Scope, []).

join(Group, Pids) -> join(?MODULE, Group, Pids).

join(Scope, Group, Pids) when is_atom(Scope) -> gen_server:call(Scope, {join, Group, processes(Pids)}, infinity).

leave(Group, Pids) -> leave(?MODULE, Group, Pids).

leave(Scope, Group, Pids) when is_atom(Scope) -> gen_server:call(Scope, {leave, Group, processes(Pids)}, infinity).

processes(Pid) when is_pid(Pid) -> [Pid];
processes(Pids) when is_list(Pids) ->
    [is_pid(Pid) orelse erlang:error({nolocal, Pid}) || Pid <- Pids],
    Pids;
processes(Other) -> erlang:error({nolocal, Other}).

monitor_scope() -> monitor_scope(?MODULE).

monitor_scope(Scope) when is_atom(Scope) -> gen_server:call(Scope, monitor, infinity).

monitor(Group) -> ?MODULE:monitor(?MODULE, Group).

monitor(Scope, Group) when is_atom(Scope) -> gen_server:call(Scope, {monitor, Group}, infinity).

demonitor(Monitor) -> ?MODULE:demonitor(?MODULE, Monitor).

demonitor(Scope, Monitor) when is_atom(Scope), is_reference(Monitor) ->
    Answer = gen_server:call(Scope, {demonitor, Monitor}, infinity),
    flush(Monitor),
    Answer.

flush(Monitor) ->
    receive
        {Monitor, _, _, _} -> flush(Monitor)
    after 0 -> ok
    end.

get_members(Group) -> get_members(?MODULE, Group).

get_members(Scope, Group) ->
    try
        ets:lookup_element(Scope, Group, 2)
    catch
        error:badarg -> []
    end.

get_local_members(Group) -> get_members(Group).

get_local_members(Scope, Group) -> get_members(Scope, Group).

which_groups() -> which_groups(?MODULE).

which_groups(Scope) when is_atom(Scope) -> [Group || {Group, _} <- ets:tab2list(Scope)].

which_local_groups() -> which_groups().

which_local_groups(Scope) -> which_groups(Scope).

%% ---- The server ----

init(Scope) -> {ok, #scope{table = ets:new(Scope, [set, protected, named_table])}}.

handle_call({join, Group, Pids}, _, #scope{table = Table} = Scope) ->
    Members = lists:foldl(fun(Pid, Known) -> enter(Pid, Group, Known) end, Scope#scope.members, Pids),
    Pids =:= [] orelse ets:insert(Table, {Group, Pids ++ get_members(Table, Group)}),
    tell(join, Group, Pids, Scope),
    {reply, ok, Scope#scope{members = Members}};
handle_call({leave, Group, Pids}, _, #scope{table = Table} = Scope) ->
    case Pids -- (Pids -- get_members(Table, Group)) of
        [] -> {reply, not_joined, Scope};
        Leaving ->
            remove(Group, Leaving, Table),
            tell(leave, Group, Leaving, Scope),
            Members = lists:foldl(fun(Pid, Known) -> quit(Pid, Group, Known) end, Scope#scope.members, Leaving),
            {reply, ok, Scope#scope{members = Members}}
    end;
handle_call(monitor, {Pid, _}, #scope{table = Table} = Scope) ->
    {Monitor, Watched} = watch(Pid, all, Scope),
    {reply, {Monitor, maps:from_list(ets:tab2list(Table))}, Watched};
handle_call({monitor, Group}, {Pid, _}, #scope{table = Table} = Scope) ->
    {Monitor, Watched} = watch(Pid, {group, Group}, Scope),
    {reply, {Monitor, get_members(Table, Group)}, Watched};
handle_call({demonitor, Monitor}, _, #scope{watchers = Watchers} = Scope) when is_map_key(Monitor, Watchers) ->
    erlang:demonitor(Monitor, [flush]),
    {reply, ok, Scope#scope{watchers = maps:remove(Monitor, Watchers)}};
handle_call({demonitor, _}, _, Scope) -> {reply, false, Scope}.

handle_cast(_, _) -> erlang:error(badarg).

handle_info({'DOWN', Monitor, process, Pid, _}, #scope{members = Members, watchers = Watchers, table = Table} = Scope) ->
    case Members of
        #{Pid := {Monitor, Groups}} ->
            [begin
                 remove(Group, [Pid], Table),
                 tell(leave, Group, [Pid], Scope)
             end || Group <- Groups],
            {noreply, Scope#scope{members = maps:remove(Pid, Members)}};
        _ -> {noreply, Scope#scope{watchers = maps:remove(Monitor, Watchers)}}
    end.

terminate(_, #scope{table = Table}) -> ets:delete(Table).

enter(Pid, Group, Members) ->
    case Members of
        #{Pid := {Monitor, Groups}} -> Members#{Pid := {Monitor, [Group | Groups]}};
        _ -> Members#{Pid => {erlang:monitor(process, Pid), [Group]}}
    end.

quit(Pid, Group, Members) ->
    case Members of
        #{Pid := {Monitor, [Group]}} ->
            erlang:demonitor(Monitor, [flush]),
            maps:remove(Pid, Members);
        #{Pid := {Monitor, Groups}} -> Members#{Pid := {Monitor, lists:delete(Group, Groups)}};
        _ -> Members
    end.

remove(Group, Pids, Table) ->
    case get_members(Table, Group) -- Pids of
        [] -> ets:delete(Table, Group);
        Left -> ets:insert(Table, {Group, Left})
    end.

watch(Pid, What, #scope{watchers = Watchers} = Scope) ->
    Monitor = erlang:monitor(process, Pid),
    {Monitor, Scope#scope{watchers = Watchers#{Monitor => {Pid, What}}}}.

tell(_, _, [], _) -> ok;
tell(Event, Group, Pids, #scope{watchers = Watchers}) ->
    [Pid ! {Monitor, Event, Group, Pids}
     || {Monitor, {Pid, What}} <- maps:to_list(Watchers), What =:= all orelse What =:= {group, Group}],
    ok.
