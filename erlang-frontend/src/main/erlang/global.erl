%% Names of any term for processes of the node, and locks: OTP's kernel manual, module global. There is one node, so there is nobody
%% to agree with. The names are kept in Java (GlobalModule), a lock as a persistent term: who asked for it, and the processes that
%% hold it in that name.
-module(global).

-export([send/2, sync/0, set_lock/1, set_lock/2, set_lock/3, del_lock/1, del_lock/2, trans/2, trans/3, trans/4]).

-define(FIRST_PAUSE, 10).
-define(LONGEST_PAUSE, 1000).

send(Name, Message) ->
    case global:whereis_name(Name) of
        Pid when is_pid(Pid) -> Pid ! Message, Pid;
        undefined -> exit({badarg, {Name, Message}})
    end.

sync() -> ok.

%% ---- Locks ----

set_lock(Id) -> set_lock(Id, [node()], infinity).
set_lock(Id, Nodes) -> set_lock(Id, Nodes, infinity).
set_lock({_, _} = Id, Nodes, Retries) when is_list(Nodes), Retries =:= infinity;
                                           is_list(Nodes), is_integer(Retries), Retries >= 0 ->
    tried(Id, Retries, ?FIRST_PAUSE).

tried({Resource, Requester} = Id, Retries, Pause) ->
    case taken(Resource, Requester) of
        true -> true;
        false when Retries =:= 0 -> false;
        false ->
            receive after Pause -> ok end,
            Left = case Retries of
                       infinity -> infinity;
                       _ -> Retries - 1
                   end,
            tried(Id, Left, min(2 * Pause, ?LONGEST_PAUSE))
    end.

%% A lock whose holders have all ended is free.
taken(Resource, Requester) ->
    Before = persistent_term:get({?MODULE, Resource}, none),
    After = case Before of
                {Requester, Holders} -> {Requester, [self() | Holders]};
                {_, Holders} ->
                    case lists:any(fun is_process_alive/1, Holders) of
                        true -> held;
                        false -> {Requester, [self()]}
                    end;
                none -> {Requester, [self()]}
            end,
    case After =/= held andalso persistent_term:'$replace'({?MODULE, Resource}, Before, After) of
        true -> true;
        false when After =:= held -> false;
        false -> taken(Resource, Requester)
    end.

del_lock(Id) -> del_lock(Id, [node()]).
del_lock({Resource, Requester} = Id, Nodes) when is_list(Nodes) ->
    case persistent_term:get({?MODULE, Resource}, none) of
        {Requester, Holders} = Before ->
            case persistent_term:'$replace'({?MODULE, Resource}, Before, {Requester, Holders -- [self()]}) of
                true -> true;
                false -> del_lock(Id, Nodes)
            end;
        _ -> true
    end.

trans(Id, F) -> trans(Id, F, [node()], infinity).
trans(Id, F, Nodes) -> trans(Id, F, Nodes, infinity).
trans(Id, F, Nodes, Retries) ->
    case set_lock(Id, Nodes, Retries) of
        true ->
            try F()
            after del_lock(Id, Nodes)
            end;
        false -> aborted
    end.
