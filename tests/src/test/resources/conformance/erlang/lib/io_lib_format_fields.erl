% Fields of width zero and precisions, as io_lib:format has them.
F = fun(Format, Arguments) -> lists:flatten(io_lib:format(Format, Arguments)) end, ok.  % expect: ok
[F(X, ["abc"]) || X <- ["~0s", "~-0s", "~.0s", "~1s", "~.5s", "~5.5s", "~8.5s", "~-8.5s", "~8.5.xs", "~-8.5.xs", "~8.2.xs", "~-8.2.xs"]].  % expect: [[],[],[],"a","abc  ","  abc","   abc  ","abc     ","xxxabcxx","abcxxxxx","xxxxxxab","abxxxxxx"]
[F(X, [$a]) || X <- ["~0c", "~3c", "~.2c", "~5.2.xc", "~-5.2.xc"]].  % expect: [[],"aaa","aa","xxxaa","aaxxx"]
[F(X, [12]) || X <- ["~0b", "~1b", "~3b", "~-3b|", "~5..0b", "~0w", "~1w", "~3.1w|", "~5.2.xw", "~-5.2.xw", "~.3w"]].  % expect: [[],"*"," 12","12 |","00012",[],"*","  *|","xxx12","12xxx"," 12"]
[F(X, [1.5]) || X <- ["~0f", "~3.2f", "~8.2f", "~-8.2.xf", "~0e", "~0g", "~.1f"]].  % expect: [[],"***","    1.50","1.50xxxx",[],[],"1.5"]
[F(X, []) || X <- ["~0n", "~2n", "~0~", "~3~", "~.2~"]].  % expect: [[],"\n\n",[],"~~~","~~"]
F("~*s|~*c|~*b|~*w", [0, "abc", 0, $a, 0, 12, 0, abc]).  % expect: "|||"
F("~0.2s", ["abc"]).  % expect error: badarg
F("~1.2c", [$a]).  % expect error: badarg
F("~-2n", []).  % expect error: badarg
F("~-3p", [abc]).  % expect error: badarg
