for x in nil do end
-- expect error: generic_for_over_nil.lua:1: attempt to call a nil value (for iterator 'for iterator')
