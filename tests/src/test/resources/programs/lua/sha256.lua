-- SHA-256 with the language's own operators: shifts and sums of 32 bits, small functions in inner loops.
local n = tonumber(arg and arg[1]) or 2
local k = {}
do
  local primes, c = {}, 2
  while #primes < 64 do local p = true for _, q in ipairs(primes) do if c % q == 0 then p = false break end end if p then primes[#primes+1] = c end c = c + 1 end
  for i = 1, 64 do local r = primes[i] ^ (1/3); k[i] = math.floor((r - math.floor(r)) * 2^32) end
end
local function rrot(x, n) return ((x >> n) | (x << (32 - n))) & 0xffffffff end
local function digest(H, msg)
  for chunk = 1, #msg, 64 do
    local w = {string.unpack(">I4I4I4I4I4I4I4I4I4I4I4I4I4I4I4I4", msg, chunk)}
    for i = 17, 64 do
      local v = w[i - 15]
      local s0 = rrot(v, 7) ~ rrot(v, 18) ~ (v >> 3)
      v = w[i - 2]
      local s1 = rrot(v, 17) ~ rrot(v, 19) ~ (v >> 10)
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) & 0xffffffff
    end
    local a, b, c, d, e, f, g, h = table.unpack(H)
    for i = 1, 64 do
      local S1 = rrot(e, 6) ~ rrot(e, 11) ~ rrot(e, 25)
      local ch = (e & f) ~ (~e & g)
      local t1 = h + S1 + ch + k[i] + w[i]
      local S0 = rrot(a, 2) ~ rrot(a, 13) ~ rrot(a, 22)
      local maj = (a & b) ~ (a & c) ~ (b & c)
      local t2 = S0 + maj
      h = g; g = f; f = e; e = (d + t1) & 0xffffffff
      d = c; c = b; b = a; a = (t1 + t2) & 0xffffffff
    end
    local v = {a, b, c, d, e, f, g, h}
    for i = 1, 8 do H[i] = (H[i] + v[i]) & 0xffffffff end
  end
end
local msg = string.rep("abcdefgh", 8 * 20)
local H = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}
for i = 1, n do digest(H, msg) end
print(string.format("%08x%08x", H[1], H[2]))
