-module(reductions_in_a_gen_server).
-behaviour(gen_server).
-export([main/0, init/1, handle_call/3, handle_cast/2, terminate/2]).
% limit: reductions=1M
main() ->
  {ok, Server} = gen_server:start(?MODULE, [], []),
  catch gen_server:call(Server, spin, infinity),
  io:format("not reached~n").
init([]) -> process_flag(trap_exit, true), {ok, none}.
handle_call(spin, _, State) -> spin(), {reply, ok, State}.
handle_cast(_, State) -> {noreply, State}.
terminate(_, _) -> io:format("terminated~n").
spin() -> spin().
% expect kill: reductions
