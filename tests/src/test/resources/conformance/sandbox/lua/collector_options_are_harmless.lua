-- policy: untrusted
for _, option in ipairs({"stop", "restart", "step", "incremental", "generational"}) do collectgarbage(option) end
print(type(collectgarbage("count"))) -- expect: number
