local log = {}
local function g(x) return x end
local function f(x) return g(x) end
debug.sethook(function(event)
  local info = debug.getinfo(2, "nSt")
  log[#log + 1] = event .. " " .. tostring(info.name) .. " " .. info.what .. " " .. tostring(info.istailcall)
end, "cr")
f(1)
debug.sethook()
print(table.concat(log, "\n"))
print(debug.gethook())
-- expect: return sethook C false
-- expect: call f Lua false
-- expect: tail call nil Lua true
-- expect: return nil Lua true
-- expect: call sethook C false
-- expect: nil
