% limit: tables=10
(fun F() -> catch ets:new(t, []), F() end)().  % expect kill: tables
