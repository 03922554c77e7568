-- limit: output=10
print("12345")
print(pcall(print, "67890"))
-- expect kill: output
