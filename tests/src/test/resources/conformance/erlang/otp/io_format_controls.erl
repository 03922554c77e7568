F = fun(Format, Args) -> lists:flatten(io_lib:format(Format, Args)) end, ok.  % expect: ok
F("~10w|~-10w|~3w", [abc, abc, abcdef]).  % expect: "       abc|abc       |***"
F("~.2f ~8.3f ~e ~.3e ~g ~g", [1.005, 3.14159, 1.5, 12345.678, 0.5, 123456.0]).  % expect: "1.00    3.142 1.50000e+0 1.23e+4 0.500000 1.23456e+5"
F("~10.5s|~-10s|~5s|~.2s", ["hello", "ab", "toolong", "abc"]).  % expect: "     hello|ab        |toolo|ab"
F("~c~3c~5.2c|", [$a, $b, $c]).  % expect: "abbb   cc|"
F("~b ~.16b ~.2B ~.16B ~.36b", [10, 255, 5, 255, 123456]).  % expect: "10 ff 101 FF 2n9c"
F("~x ~.16x ~.16X", [31, "10#", 31, "0x", -31, "0x"]).  % expect: "10#31 0x1f -0x1F"
F("~+ ~.16# ~.8+", [10, 255, -8]).  % expect: "10#10 16#FF -8#10"
F("~i~w", [a, b]).  % expect: "b"
F("~*w|~*.*f", [10, x, 10, 2, 3.14159]).  % expect: "         x|      3.14"
F("~10..0b|", [42]).  % expect: "0000000042|"
F("~s", [["abc", <<"def">>, [$g, "hi"]]]).  % expect: "abcdefghi"
F("~P ~W", [lists:seq(1, 20), 5, {a, b, c, d, e}, 3]).  % expect: "[1,2,3,4|...] {a,b,...}"
F("~p ~p", [<<"abc">>, <<200, 1>>]).  % expect: "<<\"abc\">> <<200,1>>"
F("~p", ["abc\n\"\t\\"]).  % expect: "\"abc\\n\\\"\\t\\\\\""
F("~w", [#{1 => 2, a => b}]).  % expect: "#{1 => 2,a => b}"
F("~z", [1]).  % expect error: badarg
F("~p", []).  % expect error: badarg
F("~s", [[300]]).  % expect error: badarg
F("~s", [not_a_string]).  % expect: "not_a_string"
F("~~ ~n", []).  % expect: "~ \n"
