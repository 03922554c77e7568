% limit: processes=10
(fun F() -> catch spawn(fun() -> receive never -> ok end end), F() end)().  % expect kill: processes
