-- Compression by LZW and back: strings by character, concatenation, strings as keys.
local n = tonumber(arg and arg[1]) or 1
local function compress(s)
  local dict, size = {}, 256
  for i = 0, 255 do dict[string.char(i)] = i end
  local w, out = "", {}
  for i = 1, #s do
    local c = s:sub(i, i)
    local wc = w .. c
    if dict[wc] then w = wc
    else
      out[#out + 1] = dict[w]
      dict[wc] = size
      size = size + 1
      w = c
    end
  end
  if w ~= "" then out[#out + 1] = dict[w] end
  return out
end
local function decompress(codes)
  local dict, size = {}, 256
  for i = 0, 255 do dict[i] = string.char(i) end
  local w = dict[codes[1]]
  local out = {w}
  for i = 2, #codes do
    local k = codes[i]
    local e = dict[k] or (w .. w:sub(1, 1))
    out[#out + 1] = e
    dict[size] = w .. e:sub(1, 1)
    size = size + 1
    w = e
  end
  return table.concat(out)
end
local parts = {}
for i = 1, 800 do parts[i] = "TOBEORNOTTOBE" .. i * 7919 % 101 end
local text = table.concat(parts)
local k
for i = 1, n do
  local codes = compress(text)
  assert(decompress(codes) == text)
  k = #codes
end
print(k)
