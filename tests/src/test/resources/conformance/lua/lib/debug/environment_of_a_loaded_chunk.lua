local chunk = load("return value")
print(debug.getupvalue(chunk, 1) == "_ENV", debug.setupvalue(chunk, 1, {value = 42}), chunk()) -- expect: true	_ENV	42
