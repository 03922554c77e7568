string:length("häß").
string:to_upper("abc").
string:uppercase("straße").
string:lowercase("ÀB").
string:titlecase("hello").
string:trim("  a b  ").
string:trim("xxaxx", both, "x").
string:trim("  a", leading).
string:split("a,b,c", ",").
string:split("a,b,c", ",", all).
string:split("a,b,c", ",", trailing).
string:lexemes("a b  c", " ").
string:tokens("a,b;c", ",;").
string:join(["a", "b"], "-").
string:concat("a", "b").
string:reverse("abc").
string:slice("hello", 1, 3).
string:slice(<<"hello">>, 2).
string:find("hello", "l").
string:find("hello", "l", trailing).
string:find("hello", "z").
string:prefix("prefix", "pre").
string:replace("a-b-c", "-", "+").
lists:flatten(string:replace("a-b-c", "-", "+", all)).
string:equal("abc", "abc").
string:equal("ABC", "abc", true).
string:pad("ab", 5).
lists:flatten(string:pad("ab", 5, leading, $*)).
string:chr("abc", $b).
string:str("hello", "lo").
string:substr("hello", 2, 3).
string:strip("  a ").
string:left("abc", 5, $.).
string:right("abc", 5, $.).
string:centre("ab", 6, $*).
string:to_integer("12abc").
string:to_float("1.5x").
string:is_empty("").
string:next_codepoint("abc").
string:to_graphemes("ab").
string:nth_lexeme("a.b.c", 2, ".").
string:take("abc123", lists:seq($a, $z)).
string:words("a b c").
string:copies("ab", 3).
