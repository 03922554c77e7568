local function open() return setmetatable({}, { __close = print }) end
do
  local file <close> = open()
  print("body")
end
