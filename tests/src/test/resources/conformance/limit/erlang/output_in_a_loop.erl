% limit: output=1000
(fun F() -> catch io:format("x~n"), F() end)().  % expect kill: output
