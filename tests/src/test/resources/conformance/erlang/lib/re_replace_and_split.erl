re:replace("abcd", "c", "[&]").  % expect: [<<"ab">>,[<<"[">>,<<"c">>,<<"]">>]|<<"d">>]
re:replace("abcd", "c", "[\\&]", [{return, list}]).  % expect: "ab[&]d"
re:replace("abcd", "(b)(c)", "\\2\\1", [{return, binary}]).  % expect: <<"acbd">>
re:replace("abcd", "(b)(c)", "\\g2\\g{1}0", [{return, list}]).  % expect: "acb0d"
re:replace("abab", "a", "X", [global]).  % expect: [<<"X">>,<<"b">>,<<"X">>|<<"b">>]
re:replace("abab", "z", "X", [global]).  % expect: "abab"
re:replace("abab", "z", "X", [global, {return, list}]).  % expect: "abab"
re:replace("abc", "", "-", [global, {return, list}]).  % expect: "-a-b-c-"
re:replace("abc", "$", "!").  % expect: [<<"abc">>,<<"!">>]
re:replace("abc", "^", "!").  % expect: [<<"!">>|<<"abc">>]
re:replace("abc", "b", "\\9", [{return, list}]).  % expect: "ac"
re:replace([1076, 1086, 1084], [1086], "o", [unicode, {return, list}]).  % expect: [1076,111,1084]
re:replace([1076, 1086, 1084], [1086], "o", [unicode]).  % expect: [<<208,180>>,<<"o">>|<<208,188>>]
re:replace("a  b   c", " +", " ", [global, {return, list}]).  % expect: "a b c"
re:replace("hello world", "\\b(\\w)", "<\\1>", [global, {return, binary}]).  % expect: <<"<h>ello <w>orld">>
re:replace(a, "b", "c").  % expect error: badarg
re:replace("a", "(", "c").  % expect error: badarg
re:replace("a", "a", c).  % expect error: badarg
re:split("a,b,,c,,", ",").  % expect: [<<"a">>,<<"b">>,<<>>,<<"c">>,<<>>,<<>>]
re:split("a,b,,c,,", ",", [trim, {return, list}]).  % expect: ["a","b",[],"c"]
re:split("a,b,,c,,", "(,)", [{return, list}]).  % expect: ["a",",","b",",",[],",","c",",",[],",",[]]
re:split("a,b,,c,,", "(,)", [group, {return, list}]).  % expect: [["a",","],["b",","],[[],","],["c",","],[[],","],[[]]]
re:split("a,b,,c,,", "(,)", [group, trim, {return, list}]).  % expect: [["a",","],["b",","],[[],","],["c",","],[[],","]]
re:split("a1b22c", "\\d+", [{return, list}]).  % expect: ["a","b","c"]
re:split("a1b22c", "\\d+", [{parts, 2}, {return, list}]).  % expect: ["a","b22c"]
re:split("Erlang", "", [{return, list}]).  % expect: ["E","r","l","a","n","g",[]]
re:split("Erlang", "(e)|([ln])", [{return, list}]).  % expect: ["Er",[],"l","a",[],"n","g"]
re:split("", "a").  % expect: [<<>>]
re:split("", "a", [trim]).  % expect: [<<>>]
re:split("  lead and trail ", "\\s+", [{return, list}]).  % expect: [[],"lead","and","trail",[]]
re:split([1076, 32, 1084], " ", [unicode]).  % expect: [<<208,180>>,<<208,188>>]
re:split("aXbxc", "x", [caseless, {return, list}]).  % expect: ["a","b","c"]
re:split(a, "b").  % expect error: badarg
re:split("a", "(").  % expect error: badarg
