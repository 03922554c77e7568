%% What the host's Supervisor starts: OTP's supervisor over functions that are not written for it.
-module(moonbeam_supervisor).
-behaviour(supervisor).
-export([start/3, init/1, start_child/3]).

%% Not linked to the caller: it lives as long as the node.
start(Name, Flags, Children) ->
    case supervisor:start_link({local, Name}, ?MODULE, {Flags, Children}) of
        {ok, Pid} -> unlink(Pid), Pid;
        {error, Reason} -> error(Reason)
    end.

init({Flags, Children}) ->
    {ok, {Flags, [#{id => Id, restart => Restart, start => {?MODULE, start_child, [M, F, A]}}
                  || {Id, Restart, M, F, A} <- Children]}}.

start_child(M, F, A) -> {ok, spawn_link(M, F, A)}.
