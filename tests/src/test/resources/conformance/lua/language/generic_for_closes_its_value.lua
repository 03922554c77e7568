local function open()
  local closing = setmetatable({}, { __close = function(_, e) print("closed", e) end })
  return function(_, c) if c < 3 then return c + 1 end end, nil, 0, closing
end
for i in open() do print(i) end
for i in open() do if i == 2 then break end end
print(pcall(function() for i in open() do error("boom", 0) end end))
local function find() for i in open() do if i == 1 then return "found" end end end
print(find())
-- expect: 1
-- expect: 2
-- expect: 3
-- expect: closed	nil
-- expect: closed	nil
-- expect: closed	boom
-- expect: false	boom
-- expect: closed	nil
-- expect: found
