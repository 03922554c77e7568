-- policy: untrusted
local globals, print, next = _G, print, next
for name in next, globals do globals[name] = nil end
print(next(globals)) -- expect: nil
