print(string.format("%.10f %.10f %.10f", math.sin(1), math.cos(1), math.tan(1))) -- expect: 0.8414709848 0.5403023059 1.5574077247
print(string.format("%.10f %.10f %.10f", math.asin(0.5), math.acos(0.5), math.atan(1))) -- expect: 0.5235987756 1.0471975512 0.7853981634
print(string.format("%.10f %.10f", math.atan(1, -1), math.atan(-0.0, -1))) -- expect: 2.3561944902 -3.1415926536
print(math.sqrt(16), math.exp(0), math.log(1), math.log(8, 2), math.log(1000, 10), math.log(27, 3)) -- expect: 4.0	1.0	0.0	3.0	3.0	3.0
print(math.sqrt(-1) ~= math.sqrt(-1), math.log(0), math.deg(math.pi), math.rad(180) == math.pi) -- expect: true	-inf	180.0	true
