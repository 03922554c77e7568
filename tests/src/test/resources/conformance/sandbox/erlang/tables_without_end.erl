% policy: untrusted
(fun F() -> ets:new(t, []), F() end)().  % expect kill: tables|memory
