local function f()
  local answer <close> = 42
end
f()
-- expect error: to_be_closed_number.lua:2: variable 'answer' got a non-closable value
