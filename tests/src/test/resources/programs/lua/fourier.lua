-- A fast Fourier transform in place: numerical loops with steps, arrays of floats, swaps.
local n = tonumber(arg and arg[1]) or 6
local N = 1 << n
local function fft(re, im)
  local n = #re
  local j = 0
  for i = 1, n - 1 do
    local bit = n >> 1
    while j & bit ~= 0 do j = j ~ bit; bit = bit >> 1 end
    j = j ~ bit
    if i < j then
      re[i+1], re[j+1] = re[j+1], re[i+1]
      im[i+1], im[j+1] = im[j+1], im[i+1]
    end
  end
  local len = 2
  while len <= n do
    local ang = 2 * math.pi / len
    local wr, wi = math.cos(ang), math.sin(ang)
    for i = 0, n - 1, len do
      local cr, ci = 1.0, 0.0
      for k = 0, len // 2 - 1 do
        local a, b = i + k + 1, i + k + len // 2 + 1
        local ur, ui = re[a], im[a]
        local vr = re[b] * cr - im[b] * ci
        local vi = re[b] * ci + im[b] * cr
        re[a], im[a] = ur + vr, ui + vi
        re[b], im[b] = ur - vr, ui - vi
        cr, ci = cr * wr - ci * wi, cr * wi + ci * wr
      end
    end
    len = len << 1
  end
end
local re, im = {}, {}
for i = 1, N do re[i] = math.sin(i); im[i] = 0.0 end
for i = 1, 10 do fft(re, im) end
print(string.format("%.3e", re[1]))
