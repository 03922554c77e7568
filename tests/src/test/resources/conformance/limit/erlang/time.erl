% limit: time=200ms
(fun F() -> F() end)().  % expect kill: time
