integer_to_list(255).
integer_to_list(255, 16).
list_to_integer("ff", 16).
list_to_integer("-12").
list_to_integer("+7").
integer_to_binary(-5).
binary_to_integer(<<"42">>).
float_to_list(1.5).
float_to_list(1.5, [{decimals, 2}]).
float_to_list(0.1, [short]).
float_to_list(3.0, [{decimals, 4}, compact]).
float_to_list(1.0e10, [{scientific, 3}]).
float_to_binary(2.5, [{decimals, 1}]).
list_to_float("1.5e3").
list_to_float("1").
binary_to_float(<<"0.25">>).
atom_to_list(abc).
atom_to_binary('é').
list_to_atom("hello world").
list_to_existing_atom("surely_not_an_atom_yet_" ++ "xyz").
binary_to_atom(<<"abc">>).
list_to_tuple([1, 2]).
tuple_to_list({}).
list_to_binary([1, [2, <<3>>], "ab"]).
list_to_binary([256]).
iolist_to_binary(["a", <<"b">> | <<"c">>]).
binary_to_list(<<"abc">>).
binary_to_list(<<"abcde">>, 2, 3).
list_to_bitstring([<<1:4>>, <<2:4>>]).
float(3).
trunc(-2.7).
round(2.5).
round(-2.5).
ceil(2.1).
floor(-2.1).
abs(-9223372036854775808).
abs(-1.5).
list_to_integer("").
integer_to_list(1, 37).
