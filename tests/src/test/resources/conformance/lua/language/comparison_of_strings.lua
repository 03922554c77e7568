print("a" < "b", "a" < "B", "" < "a", "a" < "aa", "Z" < "a", "a\0b" < "a\0c", "10" < "9") -- expect: true	false	true	true	true	true	true
print("a" <= "a", "b" >= "a", "a" > "b") -- expect: true	true	false
