string:length("häß").  % expect: 3
string:to_upper("abc").  % expect: "ABC"
string:uppercase("straße").  % expect: "STRASSE"
string:lowercase("ÀB").  % expect: "àb"
string:titlecase("hello").  % expect: "Hello"
string:trim("  a b  ").  % expect: "a b"
string:trim("xxaxx", both, "x").  % expect: "a"
string:trim("  a", leading).  % expect: "a"
string:split("a,b,c", ",").  % expect: ["a","b,c"]
string:split("a,b,c", ",", all).  % expect: ["a","b","c"]
string:split("a,b,c", ",", trailing).  % expect: ["a,b","c"]
string:lexemes("a b  c", " ").  % expect: ["a","b","c"]
string:tokens("a,b;c", ",;").  % expect: ["a","b","c"]
string:join(["a", "b"], "-").  % expect: "a-b"
string:concat("a", "b").  % expect: "ab"
string:reverse("abc").  % expect: "cba"
string:slice("hello", 1, 3).  % expect: "ell"
string:slice(<<"hello">>, 2).  % expect: <<"llo">>
string:find("hello", "l").  % expect: "llo"
string:find("hello", "l", trailing).  % expect: "lo"
string:find("hello", "z").  % expect: nomatch
string:prefix("prefix", "pre").  % expect: "fix"
string:replace("a-b-c", "-", "+").  % expect: ["a","+","b-c"]
lists:flatten(string:replace("a-b-c", "-", "+", all)).  % expect: "a+b+c"
string:equal("abc", "abc").  % expect: true
string:equal("ABC", "abc", true).  % expect: true
string:pad("ab", 5).  % expect: ["ab",32,32,32]
lists:flatten(string:pad("ab", 5, leading, $*)).  % expect: "***ab"
string:chr("abc", $b).  % expect: 2
string:str("hello", "lo").  % expect: 4
string:substr("hello", 2, 3).  % expect: "ell"
string:strip("  a ").  % expect: "a"
string:left("abc", 5, $.).  % expect: "abc.."
string:right("abc", 5, $.).  % expect: "..abc"
string:centre("ab", 6, $*).  % expect: "**ab**"
string:to_integer("12abc").  % expect: {12,"abc"}
string:to_float("1.5x").  % expect: {1.5,"x"}
string:is_empty("").  % expect: true
string:next_codepoint("abc").  % expect: "abc"
string:to_graphemes("ab").  % expect: "ab"
string:nth_lexeme("a.b.c", 2, ".").  % expect: "b"
string:take("abc123", lists:seq($a, $z)).  % expect: {"abc","123"}
string:words("a b c").  % expect: 3
string:copies("ab", 3).  % expect: "ababab"
