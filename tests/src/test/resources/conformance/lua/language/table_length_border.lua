local t = { 1, 2, 3 }
t[#t + 1] = 4
print(#t) -- expect: 4
t[#t] = nil
print(#t) -- expect: 3
t[5] = 5
print(#t == 3 or #t == 5) -- expect: true
print(#"", #"a\0b", #{ 1, 2, nil, 4 } >= 2) -- expect: 0	3	true
