%% Some hundred patterns made up from a fixed seed, run over subjects made up likewise: what re:run gives (or why the pattern
%% does not compile), and a hash of what re:split and re:replace make of it.
-module(generated_patterns).
-export([main/0]).

main() ->
    rand:seed(exsss, {1, 2, 80}),
    lists:foreach(fun(_) -> try_one(pattern(3), subject(), options()) end, lists:seq(1, 300)).

try_one(Pattern, Subject, Options) ->
    Matched = try re:run(Subject, Pattern, Options ++ [global])
              catch error:badarg -> re:compile(Pattern, Options -- [notbol, noteol, notempty])
              end,
    Edited = [result(fun() -> re:split(Subject, Pattern, Options ++ [{return, list}]) end),
              result(fun() -> re:replace(Subject, Pattern, "<&\\1>", Options ++ [global, {return, binary}]) end)],
    io:format("~0tp ~0tp~n  ~0tp ~w~n", [Pattern, Options, Matched, erlang:phash2(Edited)]).

result(Fun) -> try Fun() catch error:Reason -> Reason end.

pick(List) -> lists:nth(rand:uniform(length(List)), List).

options() ->
    [Option || Option <- [caseless, multiline, dotall, ungreedy, extended, unicode, ucp, dollar_endonly, firstline, notbol,
                          noteol, notempty, anchored, {newline, anycrlf}, {newline, any}, dupnames],
               rand:uniform(12) =:= 1].

subject() ->
    lists:append([pick(["a", "b", "A", "B", "c", "ab", "aab", "\n", "\r\n", " ", "1", "_", "é", "foo", "-", "\r", "abc"])
                  || _ <- lists:seq(1, rand:uniform(12))]).

pattern(0) -> item();
pattern(Depth) ->
    Inner = fun() -> pattern(Depth - 1) end,
    case rand:uniform(14) of
        1 -> Inner() ++ "|" ++ Inner();
        2 -> "(" ++ Inner() ++ ")" ++ quantifier();
        3 -> "(?:" ++ Inner() ++ ")" ++ quantifier();
        4 -> pick(["(?=", "(?!", "(?>", "(?<=", "(?<!", "(?i:", "(?i)(", "(?s:", "(?x: ", "(?<n>", "(?P<k>", "(?|", "(?-i:"])
                 ++ Inner() ++ ")" ++ quantifier();
        5 -> item() ++ Inner();
        6 -> "(" ++ Inner() ++ ")" ++ quantifier() ++ Inner() ++ "\\1";
        7 -> pick(["(?(1)a|b)", "(?(?=a)a|b)", "(a)?(?(1)b|c)", "(a(?1)?b)", "(?<n>a)\\k<n>", "\\g{1}", "\\g{-1}", "(?R)?",
                   "(?(R)a|b)", "(?<z>a|b)(?&z)", "(*FAIL)", "(*COMMIT)a", "a(*PRUNE)b", "a(*SKIP)b", "(*ACCEPT)",
                   "\\Qa.b\\E", "(?#x)a"]);
        _ -> Inner() ++ Inner()
    end.

quantifier() ->
    pick(["", "", "", "*", "+", "?", "{2}", "{1,2}", "{0,1}", "{2,}", "*?", "+?", "??", "*+", "++", "?+", "{0}", "{1,3}?"]).

item() ->
    pick(["a", "b", "c", "A", "a", "b", ".", "\\w", "\\d", "\\s", "\\W", "\\D", "\\S", "\\b", "\\B", "^", "$", "\\A", "\\z",
          "\\Z", "\\G", "[ab]", "[^a]", "[a-c]", "[[:alpha:]]", "[^[:space:]]", "\\n", "\\R", "\\N", "\\h", "\\v", "\\x61",
          "\\141", "[\\w-]", "[]a]", "\\X", " ", "#", "é", "[à-ü]", "\\.", "-", "foo", "ab", "(", "[", "{", "}", ")", "]", "1"])
        ++ quantifier().
