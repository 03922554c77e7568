print(pcall(require, "no.such.module") == false) -- expect: true
print(package.loaded.string == string, package.loaded._G == _G) -- expect: true	true
package.preload.mine = function(name, extra) return { name = name, extra = extra } end
local mine = require("mine")
print(mine.name, mine.extra, require("mine") == mine) -- expect: mine	:preload:	true
package.loaded.other = "anything"
print(require("other")) -- expect: anything
