local x <close> = {}
-- expect error: to_be_closed_without_metamethod.lua:1: variable 'x' got a non-closable value
