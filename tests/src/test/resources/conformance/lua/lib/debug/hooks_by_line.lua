local function trace(source)
  local lines = {}
  debug.sethook(function(event, line) lines[#lines + 1] = line end, "l")
  load(source)()
  debug.sethook()
  print(table.concat(lines, " "))
end
trace("if\nmath.sin(1)\nthen\n  a=1\nelse\n  a=2\nend\n")
trace("local function foo()\nend\nfoo()\nA = 1\nA = 2\n")
trace("a=1\nrepeat\n  a=a+1\nuntil a==3\n")
trace("local a\na=1\nwhile a<=3 do\n  a=a+1\nend\n")
trace("for i=1,3 do\n  a=i\nend\n")
trace("for i,v in pairs{'a','b'} do\n  a=tostring(i) .. v\nend\n")
trace("for i=1,4 do a=1 end")
trace("local b = {10}\na = b[1] \n + \n b[1]\nb = 4\n")
-- expect: 4 2 3 4 7 5
-- expect: 4 2 3 2 4 5 5
-- expect: 4 1 3 4 3 4 5
-- expect: 4 1 2 3 4 3 4 3 4 3 5 5
-- expect: 4 1 2 1 2 1 2 1 3 5
-- expect: 4 1 2 1 2 1 3 5
-- expect: 4 1 1 1 1 5
-- expect: 4 1 3 4 3 4 5 5
