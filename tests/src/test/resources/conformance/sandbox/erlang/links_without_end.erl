% policy: untrusted
% limit: processes=200
(fun F() -> spawn_link(fun() -> receive x -> ok end end), F() end)().  % expect kill: processes
