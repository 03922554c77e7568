-- policy: untrusted
setmetatable(_G, {__index = function() while true do end end})
print(rawget(_G, "x")) -- expect: nil
