% policy: untrusted
% limit: reductions=100M,time=30s
(fun F() -> erlang:send_after(100000, self(), x), F() end)().  % expect kill: timers|memory
