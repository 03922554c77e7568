for key, value in pairs({ 1, 2 }) do
  print(key, value)
end
