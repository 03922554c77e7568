-module(shop).
-behaviour(supervisor).
-export([start/0, init/1, start_till/0, till/0, price/2, try_price/2, children/0]).

start() ->
    {ok, Pid} = supervisor:start_link({local, shop}, ?MODULE, []),
    unlink(Pid),
    ok.

init([]) ->
    {ok, {#{strategy => one_for_one, intensity => 3, period => 5},
          [#{id => till, start => {?MODULE, start_till, []}}]}}.

start_till() ->
    Pid = spawn_link(?MODULE, till, []),
    register(till, Pid),
    {ok, Pid}.

till() ->
    receive {price, From, Total, Count} -> From ! {price, Total div Count}, till() end.

price(Total, Count) ->
    till ! {price, self(), Total, Count},
    receive {price, Each} -> Each end.

%% As price/2, and what became of the till if it does not answer.
try_price(Total, Count) ->
    Ref = monitor(process, till),
    till ! {price, self(), Total, Count},
    receive
        {price, Each} -> Each;
        {'DOWN', Ref, process, _, {Reason, _Stack}} -> {till_crashed, Reason}
    end.

children() -> supervisor:count_children(shop).
