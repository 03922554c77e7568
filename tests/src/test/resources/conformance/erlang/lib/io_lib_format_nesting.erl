io_lib:format("~p", [1.5]) =:= ["1.5"].  % expect: true
[Text] = io_lib:format("~p", ["abc"]), Text.  % expect: "\"abc\""
io_lib:format("a~wb", [x]) =:= [$a, "x", $b].  % expect: true
io_lib:format("~s", ["abc"]) =:= ["abc"].  % expect: true
io_lib:format("~n~~~c~b~.2f", [$c, 5, 1.5]) =:= "\n~c51.50".  % expect: true
io_lib:format("~s", [""]) =:= [""].  % expect: true
io_lib:format("abc", []) =:= "abc".  % expect: true
lists:flatten(io_lib:format("~5w|~-5w|~p", [a, b, [c]])).  % expect: "    a|b    |[c]"
