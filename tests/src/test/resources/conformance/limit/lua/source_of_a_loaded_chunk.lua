-- limit: source=1000
print(load("return 7")()) -- expect: 7
load(("x = 1\n"):rep(1000))
-- expect kill: source
