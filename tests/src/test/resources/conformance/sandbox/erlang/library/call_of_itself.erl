% policy: untrusted
% limit: reductions=30M,time=30s
try gen_server:call(self(), hello) catch exit:{Reason, _} -> Reason end.  % expect: calling_self
