-- The reference implementation is built compatible with 5.3 unless told otherwise: without __le, a <= b is not (b < a).
local calls = {}
local o = setmetatable({}, {
  __lt = function(a, b)
    calls[#calls + 1] = type(a) .. "<" .. type(b)
    return type(a) == "number"
  end,
})
print(o <= 1, 1 <= o, o >= 1, 1 >= o, o <= o) -- expect: false	true	true	false	true
print(table.concat(calls, " ")) -- expect: number<table table<number table<number number<table table<table
print(pcall(function() return {} <= {} end)) -- expect: false	le_without_handler_is_lt.lua:11: attempt to compare two table values
print(pcall(function() return setmetatable({}, {__le = print}) < 1 end)) -- expect: false	le_without_handler_is_lt.lua:12: attempt to compare table with number
local y = setmetatable({}, {__lt = function() return coroutine.yield("asked") end})
local co = coroutine.wrap(function() return y <= 1 end)
print(co()) -- expect: asked
print(co(nil)) -- expect: true
