% policy: untrusted
% limit: reductions=30M,time=30s
-module(server_that_calls_itself).
-behaviour(gen_server).
-export([main/0, init/1, handle_call/3, handle_cast/2]).

main() ->
  {ok, Pid} = gen_server:start(?MODULE, [], []),
  try gen_server:call(Pid, again)
  catch exit:{{calling_self, _}, _} -> io:format("calling_self~n")
  end.

init([]) -> {ok, none}.
handle_call(again, _From, State) -> {reply, gen_server:call(self(), again), State}.
handle_cast(_, State) -> {noreply, State}.

%% expect: calling_self
