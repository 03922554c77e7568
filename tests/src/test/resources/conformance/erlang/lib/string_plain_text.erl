string:split("a,b,,c", ",").  % expect: ["a","b,,c"]
string:split("a,b,,c", ",", all).  % expect: ["a","b",[],"c"]
string:split("a,b,,c", ",", trailing).  % expect: ["a,b,","c"]
string:split(<<"a--b--c">>, "--", all).  % expect: [<<"a">>,<<"b">>,<<"c">>]
string:split("abc", "z", all).  % expect: ["abc"]
string:split([$a, 776, $b, $a], "a", all).  % expect: [[97,776,98],[]]
string:find("hello", "l").  % expect: "llo"
string:find(<<"hello">>, "l", trailing).  % expect: <<"lo">>
string:find("hello", "z").  % expect: nomatch
string:find([$e, 769, $x], "e").  % expect: nomatch
string:lowercase("HeLLo WORLD").  % expect: "hello world"
string:uppercase(<<"straße"/utf8>>).  % expect: <<"STRASSE">>
string:casefold("ÄÖÜ").  % expect: "äöü"
string:lowercase(["AB", <<"CD">>]).  % expect: "abcd"
string:equal("abc", "ABC", true).  % expect: true
string:equal("abc", "abc").  % expect: true
string:split("a\r\nb", "\n").  % expect: ["a\r","b"]
[list_to_integer(S) || S <- ["12", "-7", "+5", "123456789012345678", "1234567890123456789012"]].  % expect: [12,-7,5,123456789012345678,1234567890123456789012]
[list_to_float(S) || S <- ["3.14159", "-0.5", "0.1", "123456789.123456", "1.0e-5", "123456789012345.678"]].  % expect: [3.14159,-0.5,0.1,123456789.123456,1.0e-5,123456789012345.67]
list_to_float("1.").  % expect error: badarg
list_to_float(".5").  % expect error: badarg
list_to_integer("").  % expect error: badarg
list_to_integer("-").  % expect error: badarg
lists:member(2.0, [1, 2, 3]).  % expect: false
lists:member(2, [1 | x]).  % expect error: badarg
