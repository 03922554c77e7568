print(os.time({ year = 2000, month = 1, day = 1, hour = 12 }) - os.time({ year = 1999, month = 12, day = 31, hour = 12 })) -- expect: 86400
print(os.date("!%Y-%m-%d %H:%M:%S", 0), os.date("!%Y-%m-%d", 86400 * 365)) -- expect: 1970-01-01 00:00:00	1971-01-01
print(os.date("!*t", 0).year, os.date("!*t", 3600).hour, os.date("!*t", 0).isdst) -- expect: 1970	1	false
print(type(os.time()), type(os.clock()), os.time { year = 2020, month = 14, day = -3, hour = 0 } == os.time { year = 2021, month = 1, day = 28, hour = 0 }) -- expect: number	number	true
print(pcall(os.time, { year = 2020 })) -- expect: false	field 'month' missing in date table
print(os.date("!%A %B %d %j %p %y %%", 0), os.difftime(5, 3)) -- expect: Thursday January 01 001 AM 70 %	2.0
print(pcall(os.date, "%Ez", 0)) -- expect: false	bad argument #1 to 'os.date' (invalid conversion specifier '%Ez')
