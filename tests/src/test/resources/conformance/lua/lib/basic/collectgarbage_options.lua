print(type(collectgarbage("count")), collectgarbage("isrunning")) -- expect: number	true
print(collectgarbage(), collectgarbage("collect"), collectgarbage("stop"), collectgarbage("restart")) -- expect: 0	0	0	0
print(pcall(collectgarbage, "nonsense")) -- expect: false	bad argument #1 to 'collectgarbage' (invalid option 'nonsense')
