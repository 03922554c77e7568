package.preload.m = function() print("loading") return {v = 1} end
-- next evaluation
print(require("m").v) -- expect: loading
-- expect: 1
error() -- expect error: (error object is a nil value)
-- next evaluation
print(package.loaded.m) -- expect: nil
print(require("m").v) -- expect: loading
-- expect: 1
-- next evaluation
print(require("m").v) -- expect: 1
