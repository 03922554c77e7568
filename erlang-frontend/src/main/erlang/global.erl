%% Names of any term for processes of the node: OTP's kernel manual, module global. There is one node, so there is nobody
%% to agree with. The names are kept in Java: GlobalModule.
-module(global).

-export([send/2, sync/0]).

send(Name, Message) ->
    case global:whereis_name(Name) of
        Pid when is_pid(Pid) -> Pid ! Message, Pid;
        undefined -> exit({badarg, {Name, Message}})
    end.

sync() -> ok.
