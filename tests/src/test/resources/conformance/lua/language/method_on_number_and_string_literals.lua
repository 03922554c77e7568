print(("abc"):len(), #"abc", ("abc").len == string.len) -- expect: 3	3	true
print(pcall(function() return (5):len() end)) -- expect: false	method_on_number_and_string_literals.lua:2: attempt to index a number value
print(("x").y) -- expect: nil
