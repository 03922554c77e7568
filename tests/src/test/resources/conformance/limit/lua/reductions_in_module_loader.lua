-- limit: reductions=100000
package.preload.m = function() while true do end end
pcall(require, "m")
-- expect kill: reductions
