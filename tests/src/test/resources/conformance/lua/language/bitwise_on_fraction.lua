print(1 | 1.5)
-- expect error: bitwise_on_fraction.lua:1: number has no integer representation
