integer_to_list(255).  % expect: "255"
integer_to_list(255, 16).  % expect: "FF"
list_to_integer("ff", 16).  % expect: 255
list_to_integer("-12").  % expect: -12
list_to_integer("+7").  % expect: 7
integer_to_binary(-5).  % expect: <<"-5">>
binary_to_integer(<<"42">>).  % expect: 42
float_to_list(1.5).  % expect: "1.50000000000000000000e+00"
float_to_list(1.5, [{decimals, 2}]).  % expect: "1.50"
float_to_list(0.1, [short]).  % expect: "0.1"
float_to_list(3.0, [{decimals, 4}, compact]).  % expect: "3.0"
float_to_list(1.0e10, [{scientific, 3}]).  % expect: "1.000e+10"
float_to_binary(2.5, [{decimals, 1}]).  % expect: <<"2.5">>
list_to_float("1.5e3").  % expect: 1.5e3
list_to_float("1").  % expect error: badarg
binary_to_float(<<"0.25">>).  % expect: 0.25
atom_to_list(abc).  % expect: "abc"
atom_to_binary('é').  % expect: <<"é"/utf8>>
list_to_atom("hello world").  % expect: 'hello world'
list_to_existing_atom("surely_not_an_atom_yet_" ++ "xyz").  % expect error: badarg
binary_to_atom(<<"abc">>).  % expect: abc
list_to_tuple([1, 2]).  % expect: {1,2}
tuple_to_list({}).  % expect: []
list_to_binary([1, [2, <<3>>], "ab"]).  % expect: <<1,2,3,97,98>>
list_to_binary([256]).  % expect error: badarg
iolist_to_binary(["a", <<"b">> | <<"c">>]).  % expect: <<"abc">>
binary_to_list(<<"abc">>).  % expect: "abc"
binary_to_list(<<"abcde">>, 2, 3).  % expect: "bc"
list_to_bitstring([<<1:4>>, <<2:4>>]).  % expect: <<18>>
float(3).  % expect: 3.0
trunc(-2.7).  % expect: -2
round(2.5).  % expect: 3
round(-2.5).  % expect: -3
ceil(2.1).  % expect: 3
floor(-2.1).  % expect: -3
abs(-9223372036854775808).  % expect: 9223372036854775808
abs(-1.5).  % expect: 1.5
list_to_integer("").  % expect error: badarg
integer_to_list(1, 37).  % expect error: badarg
