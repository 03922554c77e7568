local function check() error("blame the caller", 2) end
print("one") -- expect: one
check()
-- expect error: uncaught_error_at_caller.lua:3: blame the caller
