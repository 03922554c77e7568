% Calls of erpc and rpc, which here have only this node.
erpc:call(node(), lists, reverse, [[1, 2]]).  % expect: [2,1]
erpc:call(node(), fun() -> 1 + 1 end, 5000).  % expect: 2
erpc:call(node(), erlang, throw, [ball]).  % expect error: throw:ball
erpc:call(node(), erlang, exit, [bye]).  % expect error: exit:{exception,bye}
erpc:call(node(), erlang, exit, [bye], 5000).  % expect error: exit:{exception,bye}
try erpc:call(node(), erlang, error, [bad]) catch error:{exception, Why, _} -> Why end.  % expect: bad
try erpc:call(node(), erlang, error, [bad], 5000) catch error:{exception, Why2, _} -> Why2 end.  % expect: bad
try erpc:call(nowhere@nohost, lists, reverse, [[1]]) catch error:Down -> Down end.  % expect: {erpc,noconnection}
try erpc:call(node(), timer, sleep, [infinity], 10) catch error:Late -> Late end.  % expect: {erpc,timeout}
try erpc:call(node(), timer, sleep, x) catch error:Bad -> Bad end.  % expect: {erpc,badarg}
erpc:multicall([node(), nowhere@nohost], erlang, abs, [-1]).  % expect: [{ok,1},{error,{erpc,noconnection}}]
Request = erpc:send_request(node(), erlang, abs, [-2]), erpc:receive_response(Request).  % expect: 2
Slow = erpc:send_request(node(), fun() -> receive after infinity -> ok end end), erpc:wait_response(Slow, 0).  % expect: no_response
rpc:call(node(), lists, reverse, [[1, 2]]).  % expect: [2,1]
rpc:call(node(), erlang, throw, [ball]).  % expect: ball
rpc:call(node(), erlang, exit, [bye]).  % expect: {badrpc,{'EXIT',bye}}
rpc:call(nowhere@nohost, lists, reverse, [[1]]).  % expect: {badrpc,nodedown}
rpc:call(node(), timer, sleep, [infinity], 10).  % expect: {badrpc,timeout}
{badrpc, {'EXIT', {badarith, _}}} = rpc:call(node(), erlang, '+', [a, 1]), badarith.  % expect: badarith
rpc:multicall(erlang, abs, [-3]).  % expect: {[3],[]}
rpc:multicall([node(), nowhere@nohost], erlang, abs, [-3]).  % expect: {[3],[nowhere@nohost]}
rpc:yield(rpc:async_call(node(), erlang, abs, [-4])).  % expect: 4
rpc:pmap({erlang, '*'}, [2], [1, 2, 3]).  % expect: [2,4,6]
rpc:parallel_eval([{erlang, abs, [-1]}, {erlang, abs, [-2]}]).  % expect: [1,2]
rpc:block_call(node(), erlang, abs, [-5]).  % expect: 5
rpc:cast(node(), erlang, self, []).  % expect: true
register(me, self()), rpc:abcast(me, hello), receive hello -> got end.  % expect: got
rpc:sbcast([node(), nowhere@nohost], me, again).  % expect: {[nonode@nohost],[nowhere@nohost]}
receive again -> got end.  % expect: got
