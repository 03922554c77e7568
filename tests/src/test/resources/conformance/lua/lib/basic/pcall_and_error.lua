print(pcall(error)) -- expect: false	nil
print(pcall(error, nil)) -- expect: false	nil
print(pcall(error, "m")) -- expect: false	m
print(pcall(error, "m", 0)) -- expect: false	m
print(pcall(error, 42)) -- expect: false	42
print(select("#", pcall(error))) -- expect: 2
print(pcall(pcall)) -- expect: false	bad argument #1 to 'pcall' (value expected)
print(pcall(pcall, error, "inner")) -- expect: true	false	inner
print(pcall(function() error("here") end)) -- expect: false	pcall_and_error.lua:9: here
print(pcall(function() error("here", 2) end)) -- expect: false	here
print(pcall(function() error({}) end) == false) -- expect: true
