print(-2 ^ 2, 2 ^ -1, 2 ^ 3 ^ 2, -2 ^ -2) -- expect: -4.0	0.5	512.0	-0.25
print(not nil == true, not 1 == 2, #"abc" + 1, -#"ab") -- expect: true	false	4	-2
print(1 .. 2 .. 3, "a" .. 1 + 2) -- expect: 123	a3
print(1 + 2 < 4, 1 < 2 == true, 2 * 3 % 4) -- expect: true	true	2
print(1 | 2 ~ 3 & 4 << 1) -- expect: 3
print(~0 & 0xF, - - 2, not not nil, ~ ~5) -- expect: 15	2	false	5
