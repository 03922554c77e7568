-- policy: untrusted
-- limit: reductions=100M,time=30s
local t = {}
for i = 1, 300000 do t = { t } end
print(type(t))
-- expect: table
