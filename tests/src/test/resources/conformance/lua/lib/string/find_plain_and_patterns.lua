print(("hello world"):find("wor"), ("hello"):find("l"), ("hello"):find("xyz"), ("hello"):find(""), ("hello"):find("", 10)) -- expect: 7	3	nil	1	nil
print(("a.b"):find(".", 1, true), ("a.b"):find("%."), ("a.b"):find(".", 2)) -- expect: 2	2	2	2
print(("hello"):find("(l)(l)"), ("hello"):find("l", -2), ("hello"):find("h", -100)) -- expect: 3	4	1	1
print(("a+b"):find("+", 1, true), ("abc"):find("b()"), (""):find(""), (""):find("", 2)) -- expect: 2	2	1	nil
print(("x^y"):find("^", 1, true), ("x^y"):find("^y"), ("^y"):find("^^y")) -- expect: 2	nil	1	2
