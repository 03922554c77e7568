local function route(n)
  local path = ""
  goto middle
  ::first::
  path = path .. "f"
  if #path > n then goto last end
  ::middle::
  path = path .. "m"
  if #path <= n then goto first end
  ::last::
  return path .. "l"
end
for n = 0, 4 do print(route(n)) end
-- expect: ml
-- expect: mfl
-- expect: mfml
-- expect: mfmfl
-- expect: mfmfml
