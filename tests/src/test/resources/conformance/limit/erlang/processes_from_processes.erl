% limit: processes=100
(fun F() -> spawn(F), spawn(F) end)(), receive never -> ok end.  % expect kill: processes
