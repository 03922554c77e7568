% policy: untrusted
(fun F(X) -> F(X * X) end)(3).  % expect error: system_limit
