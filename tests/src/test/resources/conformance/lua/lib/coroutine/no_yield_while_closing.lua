-- What closes the variables of a coroutine that has ended runs without its stack.
local function closing(name, yields)
  return setmetatable({}, {
    __close = function(_, e)
      print("close", name, e, coroutine.isyieldable())
      if yields then
        coroutine.yield(name)
      end
    end,
  })
end
local function body()
  local a <close> = closing("a")
  local b <close> = closing("b", true)
  error("x", 0)
end
local co = coroutine.wrap(body)
print(pcall(co))
print(pcall(co))
co = coroutine.create(body)
print(coroutine.resume(co))
print(coroutine.close(co))
co = coroutine.create(function()
  local c <close> = closing("c", true)
  coroutine.yield(1)
end)
print(coroutine.resume(co))
print(coroutine.close(co))
co = coroutine.wrap(function() return pcall(body) end)
print(co())
print(co())
-- expect: close	b	x	false
-- expect: close	a	attempt to yield across a C-call boundary	false
-- expect: false	attempt to yield across a C-call boundary
-- expect: false	cannot resume dead coroutine
-- expect: false	x
-- expect: close	b	x	false
-- expect: close	a	attempt to yield across a C-call boundary	false
-- expect: false	attempt to yield across a C-call boundary
-- expect: true	1
-- expect: close	c	nil	false
-- expect: false	attempt to yield across a C-call boundary
-- expect: close	b	x	true
-- expect: b
-- expect: close	a	x	true
-- expect: false	x
