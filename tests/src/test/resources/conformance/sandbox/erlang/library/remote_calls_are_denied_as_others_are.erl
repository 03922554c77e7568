% policy: untrusted
% limit: reductions=30M,time=30s
{badrpc, {'EXIT', {Why, _}}} = rpc:call(node(), os, cmd, ["id"]), Why.  % expect: undef
