-- policy: untrusted
-- limit: reductions=3M,time=30s
local names = { "/etc/passwd", "../../../etc/passwd", "/proc/self/environ", "\0/etc/passwd", "", ".", "/dev/zero" }
local opened = 0
for _, name in ipairs(names) do
  for _, open in ipairs { io.open, io.lines, loadfile, dofile, os.remove, io.output, io.input } do
    local ok, result = pcall(open, name)
    if ok and result then opened = opened + 1 end
  end
end
print(opened)
package.path = "/etc/?;/?"
package.cpath = "/lib/?.so"
print((pcall(require, "passwd")), (pcall(require, "libc")), (pcall(os.tmpname)), (io.tmpfile()))
-- expect: 0
-- expect: false	false	false	nil
