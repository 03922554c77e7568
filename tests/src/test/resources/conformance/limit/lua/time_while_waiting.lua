-- limit: time=200ms
print(pcall(require("erlang").receive))
-- expect kill: time
