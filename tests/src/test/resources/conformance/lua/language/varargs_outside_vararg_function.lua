local function f()
  return ...
end
-- expect error: varargs_outside_vararg_function.lua:2: cannot use '...' outside a vararg function near '...'
