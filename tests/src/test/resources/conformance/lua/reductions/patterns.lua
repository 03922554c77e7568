-- reductions: 2734
local n = 0
for word in ("the quick brown fox "):rep(200):gmatch("%a+") do n = n + #word end
print(n, (("a b c"):rep(100):gsub(" ", ""))) -- expect: 3200	abcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabc
