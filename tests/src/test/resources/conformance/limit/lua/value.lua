-- limit: value=100000
print(#("x"):rep(90000)) -- expect: 90000
print(#("x"):rep(200000))
-- expect kill: value
