%% Empty texts in the older functions, and letters that become several.
[string:str(S, Sub) || {S, Sub} <- [{"abc", ""}, {"", ""}, {"abc", "c"}]].
[string:rstr(S, Sub) || {S, Sub} <- [{"abc", ""}, {"", ""}, {"abcabc", "c"}]].
[string:words(S) || S <- ["", " ", " a ", "a b", " a  b c "]].
string:words("", $a).
string:casefold([223, $x, 7838]).
string:casefold(<<"\x{1e9e} Stra\x{df}e"/utf8>>).
string:casefold([304]).
