% policy: untrusted
% limit: reductions=30M,time=30s
(fun F() -> timer:send_interval(1, self(), x), F() end)().  % expect kill: processes|timers|mailbox
