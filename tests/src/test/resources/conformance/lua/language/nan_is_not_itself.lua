local nan = 0/0
print(nan == nan, nan ~= nan, nan < nan, nan <= nan, nan > 1, 1 > nan) -- expect: false	true	false	false	false	false
print((tostring(nan):gsub("-", ""))) -- expect: nan
print(pcall(function() local t = {} t[nan] = 1 end)) -- expect: false	nan_is_not_itself.lua:4: table index is NaN
local t = {}
print(t[nan]) -- expect: nil
