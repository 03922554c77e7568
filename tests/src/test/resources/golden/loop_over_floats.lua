local function pull(bodies, x, dt)
  local v = 0.0
  for i = 1, #bodies do
    local b = bodies[i]
    local d = x - b.x
    v = v + d * dt / (d * d)
  end
  return v
end
return pull
