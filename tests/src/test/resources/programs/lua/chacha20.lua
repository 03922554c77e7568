-- The ChaCha20 stream cipher (RFC 8439), its rounds written out: a loop whose code is large.
local blocks = tonumber(arg and arg[1]) or 3

-- One block of 64 bytes: state holds 16 words of 32 bits, out gets as many.
local function block(state, out)
  local x0, x1, x2, x3 = state[1], state[2], state[3], state[4]
  local x4, x5, x6, x7 = state[5], state[6], state[7], state[8]
  local x8, x9, x10, x11 = state[9], state[10], state[11], state[12]
  local x12, x13, x14, x15 = state[13], state[14], state[15], state[16]
  for _ = 1, 10 do
    x0 = x0 + x4 & 0xffffffff
    x12 = x12 ~ x0
    x12 = (x12 << 16 | x12 >> 16) & 0xffffffff
    x8 = x8 + x12 & 0xffffffff
    x4 = x4 ~ x8
    x4 = (x4 << 12 | x4 >> 20) & 0xffffffff
    x0 = x0 + x4 & 0xffffffff
    x12 = x12 ~ x0
    x12 = (x12 << 8 | x12 >> 24) & 0xffffffff
    x8 = x8 + x12 & 0xffffffff
    x4 = x4 ~ x8
    x4 = (x4 << 7 | x4 >> 25) & 0xffffffff
    x1 = x1 + x5 & 0xffffffff
    x13 = x13 ~ x1
    x13 = (x13 << 16 | x13 >> 16) & 0xffffffff
    x9 = x9 + x13 & 0xffffffff
    x5 = x5 ~ x9
    x5 = (x5 << 12 | x5 >> 20) & 0xffffffff
    x1 = x1 + x5 & 0xffffffff
    x13 = x13 ~ x1
    x13 = (x13 << 8 | x13 >> 24) & 0xffffffff
    x9 = x9 + x13 & 0xffffffff
    x5 = x5 ~ x9
    x5 = (x5 << 7 | x5 >> 25) & 0xffffffff
    x2 = x2 + x6 & 0xffffffff
    x14 = x14 ~ x2
    x14 = (x14 << 16 | x14 >> 16) & 0xffffffff
    x10 = x10 + x14 & 0xffffffff
    x6 = x6 ~ x10
    x6 = (x6 << 12 | x6 >> 20) & 0xffffffff
    x2 = x2 + x6 & 0xffffffff
    x14 = x14 ~ x2
    x14 = (x14 << 8 | x14 >> 24) & 0xffffffff
    x10 = x10 + x14 & 0xffffffff
    x6 = x6 ~ x10
    x6 = (x6 << 7 | x6 >> 25) & 0xffffffff
    x3 = x3 + x7 & 0xffffffff
    x15 = x15 ~ x3
    x15 = (x15 << 16 | x15 >> 16) & 0xffffffff
    x11 = x11 + x15 & 0xffffffff
    x7 = x7 ~ x11
    x7 = (x7 << 12 | x7 >> 20) & 0xffffffff
    x3 = x3 + x7 & 0xffffffff
    x15 = x15 ~ x3
    x15 = (x15 << 8 | x15 >> 24) & 0xffffffff
    x11 = x11 + x15 & 0xffffffff
    x7 = x7 ~ x11
    x7 = (x7 << 7 | x7 >> 25) & 0xffffffff
    x0 = x0 + x5 & 0xffffffff
    x15 = x15 ~ x0
    x15 = (x15 << 16 | x15 >> 16) & 0xffffffff
    x10 = x10 + x15 & 0xffffffff
    x5 = x5 ~ x10
    x5 = (x5 << 12 | x5 >> 20) & 0xffffffff
    x0 = x0 + x5 & 0xffffffff
    x15 = x15 ~ x0
    x15 = (x15 << 8 | x15 >> 24) & 0xffffffff
    x10 = x10 + x15 & 0xffffffff
    x5 = x5 ~ x10
    x5 = (x5 << 7 | x5 >> 25) & 0xffffffff
    x1 = x1 + x6 & 0xffffffff
    x12 = x12 ~ x1
    x12 = (x12 << 16 | x12 >> 16) & 0xffffffff
    x11 = x11 + x12 & 0xffffffff
    x6 = x6 ~ x11
    x6 = (x6 << 12 | x6 >> 20) & 0xffffffff
    x1 = x1 + x6 & 0xffffffff
    x12 = x12 ~ x1
    x12 = (x12 << 8 | x12 >> 24) & 0xffffffff
    x11 = x11 + x12 & 0xffffffff
    x6 = x6 ~ x11
    x6 = (x6 << 7 | x6 >> 25) & 0xffffffff
    x2 = x2 + x7 & 0xffffffff
    x13 = x13 ~ x2
    x13 = (x13 << 16 | x13 >> 16) & 0xffffffff
    x8 = x8 + x13 & 0xffffffff
    x7 = x7 ~ x8
    x7 = (x7 << 12 | x7 >> 20) & 0xffffffff
    x2 = x2 + x7 & 0xffffffff
    x13 = x13 ~ x2
    x13 = (x13 << 8 | x13 >> 24) & 0xffffffff
    x8 = x8 + x13 & 0xffffffff
    x7 = x7 ~ x8
    x7 = (x7 << 7 | x7 >> 25) & 0xffffffff
    x3 = x3 + x4 & 0xffffffff
    x14 = x14 ~ x3
    x14 = (x14 << 16 | x14 >> 16) & 0xffffffff
    x9 = x9 + x14 & 0xffffffff
    x4 = x4 ~ x9
    x4 = (x4 << 12 | x4 >> 20) & 0xffffffff
    x3 = x3 + x4 & 0xffffffff
    x14 = x14 ~ x3
    x14 = (x14 << 8 | x14 >> 24) & 0xffffffff
    x9 = x9 + x14 & 0xffffffff
    x4 = x4 ~ x9
    x4 = (x4 << 7 | x4 >> 25) & 0xffffffff
  end
  out[1], out[2], out[3], out[4] = x0, x1, x2, x3
  out[5], out[6], out[7], out[8] = x4, x5, x6, x7
  out[9], out[10], out[11], out[12] = x8, x9, x10, x11
  out[13], out[14], out[15], out[16] = x12, x13, x14, x15
  for i = 1, 16 do
    out[i] = out[i] + state[i] & 0xffffffff
  end
end

local function start(key, counter, nonce)
  local state = { 0x61707865, 0x3320646e, 0x79622d32, 0x6b206574 }
  for i = 1, 8 do
    state[4 + i] = string.unpack("<I4", key, 4 * i - 3)
  end
  state[13] = counter
  for i = 1, 3 do
    state[13 + i] = string.unpack("<I4", nonce, 4 * i - 3)
  end
  return state
end

local function encrypt(text, key, counter, nonce)
  local state, out, pieces = start(key, counter, nonce), {}, {}
  for at = 1, #text, 64 do
    block(state, out)
    state[13] = state[13] + 1
    local stream = string.pack("<" .. ("I4"):rep(16), table.unpack(out))
    for i = at, math.min(at + 63, #text) do
      pieces[i] = string.char(text:byte(i) ~ stream:byte(i - at + 1))
    end
  end
  return table.concat(pieces)
end

local function hex(text)
  return (text:gsub(".", function(c)
    return ("%02x"):format(c:byte())
  end))
end

local key = {}
for i = 0, 31 do
  key[i + 1] = string.char(i)
end
key = table.concat(key)
local nonce = "\0\0\0\0\0\0\0\74\0\0\0\0"
local text = "A cipher turns a key, a counter and a nonce into a stream of bytes, which the text is mixed with."
local secret = encrypt(text, key, 1, nonce)
print(hex(secret))
print(encrypt(secret, key, 1, nonce) == text)

local state, out = start(key, 1, nonce), {}
local sum = 0
for _ = 1, blocks do
  block(state, out)
  state[13] = state[13] + 1
  for i = 1, 16 do
    sum = sum ~ out[i]
  end
end
print(sum)
