% limit: timers=10
(fun F() -> catch erlang:send_after(100000, self(), x), F() end)().  % expect kill: timers
