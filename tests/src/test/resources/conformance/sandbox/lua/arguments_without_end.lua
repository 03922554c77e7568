-- policy: untrusted
-- limit: reductions=2M,time=30s
-- Each call hands on one argument more than the last.
local function f(...) return f(1, ...) end
f() -- expect kill: reductions|memory
