local x <frozen> = 1
-- expect error: unknown_attribute.lua:1: unknown attribute 'frozen'
