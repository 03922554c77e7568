F = fun(Format, Arguments) -> lists:flatten(io_lib:format(Format, Arguments)) end.  % expect: #Fun<...>
F("~w ~p", ["abc", "abc"]).  % expect: "[97,98,99] \"abc\""
F("~s|~10s|~-10s|", ["abc", "right", "left"]).  % expect: "abc|     right|left      |"
F("~.3s|~5.2s|", ["abcdef", "abc"]).  % expect: "abc|   ab|"
F("~B ~b ~.16B ~.16b ~X", [255, 255, 255, 255, 10, "0x"]).  % expect: "255 255 FF ff 0x10"
F("~.2f ~f ~e ~g", [1.005, 2.5, 12345.678, 0.1]).  % expect: "1.00 2.500000 1.23457e+4 0.100000"
F("~10.3f|~-10.3f|", [3.14159, 2.71828]).  % expect: "     3.142|2.718     |"
F("~c~c ~5c ~*c", [$a, $b, $x, 3, $y]).  % expect: "ab xxxxx yyy"
F("~~ ~n", []).  % expect: "~ \n"
F("~i~w", [ignored, shown]).  % expect: "shown"
F("~p ~p", [{a, "b", <<"c">>}, [1, 2, 3]]).  % expect: "{a,\"b\",<<\"c\">>} [1,2,3]"
F("~w", [<<"bin">>]).  % expect: "<<98,105,110>>"
F("~p", [[{key, "value"}, {other, [1, 2]}]]).  % expect: "[{key,\"value\"},{other,[1,2]}]"
F("~10w|~-10w|", [abc, abc]).  % expect: "       abc|abc       |"
F("~3w|", [abcdef]).  % expect: "***|"
F("~ts ~tp", ["é", "é"]).  % expect: "é \"é\""
F("~s", [<<"bin">>]).  % expect: "bin"
F("~s", [an_atom]).  % expect: "an_atom"
F("~#", [255]).  % expect: "10#255"
F("~.8#", [255]).  % expect: "8#377"
F("~+", [15]).  % expect: "10#15"
F("~P", [[1, 2, 3, 4, 5], 3]).  % expect: "[1,2|...]"
F("~W", [{a, b, c, d}, 3]).  % expect: "{a,b,...}"
F("~p", ['hello world']).  % expect: "'hello world'"
F("~p", [[$a, 0]]).  % expect: "[97,0]"
F("~p", [1.0e100]).  % expect: "1.0e100"
F("~s", [[1, 2, a]]).  % expect error: badarg
F("~d", [1]).  % expect error: badarg
F("~w", []).  % expect error: badarg
F("~w", [1, 2]).  % expect error: badarg
F("~.3g", [1.0]).  % expect: "1.00"
F("~e", [1]).  % expect error: badarg
F("~*.*f", [10, 2, 1.5]).  % expect: "      1.50"
F("~p", [#{a => 1}]).  % expect: "#{a => 1}"
F("~0p", [lists:seq(1, 40)]).  % expect: "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40]"
F("~p", ["\n\t\"quoted\""]).  % expect: "\"\\n\\t\\\"quoted\\\"\""
F("~p ~w", [[], []]).  % expect: "[] []"
F("~4.16.0b", [255]).  % expect: "00ff"
F("~8.2.0b", [5]).  % expect: "00000101"
io_lib:write(abc).  % expect: "abc"
io_lib:print({a, b}).  % expect: [123,["a",44,"b"],125]
io_lib:format("~z", []).  % expect error: badarg
