% policy: untrusted
% limit: reductions=30M,time=30s
(fun F() -> erlang:send_after(0, self(), x), F() end)().  % expect kill: mailbox|timers|memory
