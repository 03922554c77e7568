local co = coroutine.wrap(function()
  local s = string.gsub("a", ".", function(c)
    return tostring(coroutine.isyieldable()) .. tostring(select(2, pcall(coroutine.yield, 1)))
  end)
  return s
end)
print(co()) -- expect: falseattempt to yield across a C-call boundary
print(coroutine.resume(coroutine.create(function() table.sort({1, 2, 3}, coroutine.yield) end))) -- expect: false	attempt to yield across a C-call boundary
