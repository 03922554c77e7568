print(tostring(1))
