local a, b = "x", 1
return a .. "-" .. b .. "-" .. a
