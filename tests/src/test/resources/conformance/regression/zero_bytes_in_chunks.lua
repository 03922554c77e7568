-- A name of a chunk ends at a zero byte, and that byte is no token that a message could name.
print(load("local \0")) -- expect: nil	[string "local "]:1: <name> expected
print(load("x = a\0b = 1")) -- expect: nil	[string "x = a"]:1: unexpected symbol
print(load("x = = 1")) -- expect: nil	[string "x = = 1"]:1: unexpected symbol near '='
print(load("x =", "=name\0rest")) -- expect: nil	name:1: unexpected symbol near <eof>
