t = {n = 1}
-- next evaluation
print(pcall(function() t.n = 2 error("caught", 0) end)) -- expect: false	caught
-- next evaluation
print(t.n) -- expect: 2
