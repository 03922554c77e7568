error(setmetatable({}, { __tostring = function() return "custom failure" end }))
-- expect error: custom failure
