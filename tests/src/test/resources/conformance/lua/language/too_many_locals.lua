local names = {}
for i = 1, 201 do names[i] = "a" .. i end
print((select(2, load("local " .. table.concat(names, ","))))) -- expect: [string "local a1,a2,a3,a4,a5,a6,a7,a8,a9,a10,a11,a12,..."]:1: too many local variables (limit is 200) in main function near <eof>
print(load("local " .. table.concat(names, ",", 1, 200)) ~= nil) -- expect: true
