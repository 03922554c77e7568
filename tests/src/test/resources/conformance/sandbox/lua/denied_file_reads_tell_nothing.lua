-- policy: untrusted
for _, read in ipairs({dofile, loadfile, require, io.lines}) do
  local ok, message = pcall(read, "/etc/passwd")
  print(not ok or message == nil, tostring(message):match("root:")) -- expect: true	nil
end -- expect: true	nil
-- expect: true	nil
-- expect: true	nil
