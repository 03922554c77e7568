-- An interpreter of a small bytecode: a chain of string comparisons and a table of registers.
local n = tonumber(arg and arg[1]) or 500
local code = {
  {"const", 1, 0}, {"const", 2, 1}, {"const", 3, n}, {"const", 4, 1},
  {"gt", 5, 2, 3}, {"jt", 5, 11}, {"mul", 6, 2, 2}, {"add", 1, 1, 6}, {"add", 2, 2, 4}, {"jmp", 5}, {"halt"},
}
local function run(code)
  local r, pc = {}, 1
  while true do
    local ins = code[pc]
    pc = pc + 1
    local op = ins[1]
    if op == "const" then r[ins[2]] = ins[3]
    elseif op == "add" then r[ins[2]] = r[ins[3]] + r[ins[4]]
    elseif op == "mul" then r[ins[2]] = r[ins[3]] * r[ins[4]]
    elseif op == "gt" then r[ins[2]] = r[ins[3]] > r[ins[4]]
    elseif op == "jt" then if r[ins[2]] then pc = ins[3] end
    elseif op == "jmp" then pc = ins[2]
    elseif op == "halt" then return r[1] end
  end
end
print(run(code))
