% policy: untrusted
(fun F() -> io:format("x~n"), F() end)().  % expect kill: output
