-- except: unmetered a loop that counts nothing has no safe points
-- Allocation alone brings a collection, and a finalizer runs between two steps of the loop.
local done = false
setmetatable({}, {__gc = function() done = true end})
repeat local garbage = {} until done
print(done) -- expect: true
