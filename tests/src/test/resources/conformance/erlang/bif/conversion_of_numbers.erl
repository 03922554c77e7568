integer_to_list(-123).  % expect: "-123"
integer_to_list(255, 16).  % expect: "FF"
integer_to_list(1 bsl 70, 36).  % expect: "6X5KXTVUWILUKG"
integer_to_list(1, 37).  % expect error: badarg
list_to_integer("+12").  % expect: 12
list_to_integer("-").  % expect error: badarg
list_to_integer("ff", 16).  % expect: 255
list_to_integer("12x").  % expect error: badarg
list_to_integer("123456789012345678901234567890").  % expect: 123456789012345678901234567890
binary_to_integer(<<"-7">>).  % expect: -7
list_to_float("1.5e3").  % expect: 1.5e3
list_to_float("1e3").  % expect error: badarg
float_to_list(1.5).  % expect: "1.50000000000000000000e+00"
float_to_list(0.1, [short]).  % expect: "0.1"
float_to_list(1.25, [{decimals, 4}]).  % expect: "1.2500"
float_to_list(1.25, [{decimals, 4}, compact]).  % expect: "1.25"
float_to_list(1234.5, [{scientific, 3}]).  % expect: "1.234e+03"
float_to_binary(1.0e22, [short]).  % expect: <<"1.0e22">>
integer_to_binary(16#CAFE, 16).  % expect: <<"CAFE">>
round(2.5).  % expect: 3
round(-2.5).  % expect: -3
trunc(-1.9).  % expect: -1
floor(-1.5).  % expect: -2
ceil(1.2).  % expect: 2
trunc(1.0e25).  % expect: 10000000000000000905969664
abs(-(1 bsl 63)).  % expect: 9223372036854775808
float(1 bsl 2000).  % expect error: badarg
max(1, 1.0).  % expect: 1
min(a, 1).  % expect: 1
