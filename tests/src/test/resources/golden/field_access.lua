local point = { x = 1, y = 2 }
point.x = point.x + point.y
return point.x
