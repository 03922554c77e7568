package.path, package.cpath = "./?.none", "./?.nolib"
print(#package.searchers)
print(pcall(require, "no.such.module"))
print(pcall(require, "nosuch"))
for i = 1, 4 do print(i, pcall(package.searchers[i], "a.b")) end
-- A searcher may say why in a number.
package.preload.odd = 7
print(pcall(require, "odd"))
package.searchers = {function() return nil end, function() return 12 end, function() return {} end}
print(pcall(require, "odd"))
print(pcall(package.searchpath))
print(pcall(package.searchpath, "a"))
print(pcall(package.loadlib))
print(pcall(package.loadlib, "a"))
-- expect: 4
-- expect: false	module 'no.such.module' not found:
-- expect: 	no field package.preload['no.such.module']
-- expect: 	no file './no/such/module.none'
-- expect: 	no file './no/such/module.nolib'
-- expect: 	no file './no.nolib'
-- expect: false	module 'nosuch' not found:
-- expect: 	no field package.preload['nosuch']
-- expect: 	no file './nosuch.none'
-- expect: 	no file './nosuch.nolib'
-- expect: 1	true	no field package.preload['a.b']
-- expect: 2	true	no file './a/b.none'
-- expect: 3	true	no file './a/b.nolib'
-- expect: 4	true	no file './a.nolib'
-- expect: false	module 'odd' not found:
-- expect: 	7
-- expect: 	no file './odd.none'
-- expect: 	no file './odd.nolib'
-- expect: false	module 'odd' not found:
-- expect: 	12
-- expect: false	bad argument #2 to 'package.searchpath' (string expected, got no value)
-- expect: false	bad argument #2 to 'package.searchpath' (string expected, got no value)
-- expect: false	bad argument #1 to 'package.loadlib' (string expected, got no value)
-- expect: false	bad argument #2 to 'package.loadlib' (string expected, got no value)
