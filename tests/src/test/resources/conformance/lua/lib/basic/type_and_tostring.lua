print(type(nil), type(1), type("x"), type({}), type(print), type(true), type(coroutine.create(print))) -- expect: nil	number	string	table	function	boolean	thread
print(tostring(nil), tostring(true), tostring(12), tostring(1.5), tostring("x")) -- expect: nil	true	12	1.5	x
print(tostring({}):match("^table: ") ~= nil, tostring(print):match("^builtin") or tostring(print):match("^function")) -- expect: true	function
print(pcall(type)) -- expect: false	bad argument #1 to 'type' (value expected)
print(pcall(tostring)) -- expect: false	bad argument #1 to 'tostring' (value expected)
