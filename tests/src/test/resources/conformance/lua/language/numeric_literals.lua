print(0xA, 0xa.8p0, 0x.1p4, 0xA.8p1, 0Xap-1) -- expect: 10	10.5	1.0	21.0	5.0
print(3., .5, 3e2, 3E-2, 0x10p2, 1e+2) -- expect: 3.0	0.5	300.0	0.03	64.0	100.0
print(0xffffffffffffffffff, 1e1000) -- expect: -1	inf
print(08, 007) -- expect: 8	7
