F = fun(Format, Arguments) -> lists:flatten(io_lib:format(Format, Arguments)) end.
F("~w ~p", ["abc", "abc"]).
F("~s|~10s|~-10s|", ["abc", "right", "left"]).
F("~.3s|~5.2s|", ["abcdef", "abc"]).
F("~B ~b ~.16B ~.16b ~X", [255, 255, 255, 255, 10, "0x"]).
F("~.2f ~f ~e ~g", [1.005, 2.5, 12345.678, 0.1]).
F("~10.3f|~-10.3f|", [3.14159, 2.71828]).
F("~c~c ~5c ~*c", [$a, $b, $x, 3, $y]).
F("~~ ~n", []).
F("~i~w", [ignored, shown]).
F("~p ~p", [{a, "b", <<"c">>}, [1, 2, 3]]).
F("~w", [<<"bin">>]).
F("~p", [[{key, "value"}, {other, [1, 2]}]]).
F("~10w|~-10w|", [abc, abc]).
F("~3w|", [abcdef]).
F("~ts ~tp", ["é", "é"]).
F("~s", [<<"bin">>]).
F("~s", [an_atom]).
F("~#", [255]).
F("~.8#", [255]).
F("~+", [15]).
F("~P", [[1, 2, 3, 4, 5], 3]).
F("~W", [{a, b, c, d}, 3]).
F("~p", ['hello world']).
F("~p", [[$a, 0]]).
F("~p", [1.0e100]).
F("~s", [[1, 2, a]]).
F("~d", [1]).
F("~w", []).
F("~w", [1, 2]).
F("~.3g", [1.0]).
F("~e", [1]).
F("~*.*f", [10, 2, 1.5]).
F("~p", [#{a => 1}]).
F("~0p", [lists:seq(1, 40)]).
F("~p", ["\n\t\"quoted\""]).
F("~p ~w", [[], []]).
F("~4.16.0b", [255]).
F("~8.2.0b", [5]).
io_lib:write(abc).
io_lib:print({a, b}).
io_lib:format("~z", []).
