%% Empty texts in the older functions, and letters that become several.
[string:str(S, Sub) || {S, Sub} <- [{"abc", ""}, {"", ""}, {"abc", "c"}]].  % expect: [0,0,3]
[string:rstr(S, Sub) || {S, Sub} <- [{"abc", ""}, {"", ""}, {"abcabc", "c"}]].  % expect: [0,0,6]
[string:words(S) || S <- ["", " ", " a ", "a b", " a  b c "]].  % expect: [1,1,1,2,3]
string:words("", $a).  % expect: 1
string:casefold([223, $x, 7838]).  % expect: "ssxss"
string:casefold(<<"\x{1e9e} Stra\x{df}e"/utf8>>).  % expect: <<"ss strasse">>
string:casefold([304]).  % expect: [105,775]
