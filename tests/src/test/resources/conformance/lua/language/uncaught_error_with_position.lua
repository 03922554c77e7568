local function check(x)
  if not x then
    error("check failed")
  end
end
check(true)
print("before") -- expect: before
check(false)
-- expect error: uncaught_error_with_position.lua:3: check failed
