local erlang = require("erlang")
local start = os.clock()
erlang.receive(600)
print(os.clock() - start < 0.4) -- expect: true
while os.clock() - start < 0.05 do
end
print(os.clock() - start < 0.5) -- expect: true
