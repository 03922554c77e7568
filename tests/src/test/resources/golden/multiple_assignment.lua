local i, t = 1, {}
i, t[i] = i + 1, 20
return i, t[1]
