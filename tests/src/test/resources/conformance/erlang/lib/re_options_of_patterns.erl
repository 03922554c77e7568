%% What the pattern itself says at its start, what compiling takes, and what a match may say otherwise.
re:run("ABC", "(*UTF)ABC", []).  % expect: {match,[{0,3}]}
re:run(<<195, 169>>, "(*UTF8)^.$", [{capture, all, binary}]).  % expect: {match,[<<"é"/utf8>>]}
re:run(<<233>>, "(*UTF8)^.$", []).  % expect error: badarg
re:run([233], "(*UTF8)^.$", [unicode, {capture, all, list}]).  % expect: {match,["é"]}
re:run("a\rb", "(*CR)^b", [multiline]).  % expect: {match,[{2,1}]}
element(1, re:compile("(*UTF8)a")).  % expect: ok
re:run("DEFABC", "(*COMMIT)ABC", []).  % expect: {match,[{3,3}]}
re:run("DEFABC", "(*COMMIT)ABC", [no_start_optimize]).  % expect: nomatch
re:run("DEFABC", "(*NO_START_OPT)(*COMMIT)ABC", []).  % expect: nomatch
re:compile("a", [{offset, 1}]).  % expect error: badarg
re:compile("a", [notbol]).  % expect error: badarg
re:compile("a", [{match_limit, 1}]).  % expect error: badarg
re:compile("a", [report_errors]).  % expect error: badarg
{ok, {re_pattern, 0, 0, 0, _} = Lines} = re:compile("a.*D"), ok.  % expect: ok
re:run("ab\nD", Lines).  % expect: nomatch
re:run("ab\nD", Lines, [{newline, cr}]).  % expect: {match,[{0,4}]}
re:run("b", "^[a-\\Ec]").  % expect: {match,[{0,1}]}
re:run("-", "^[a\\E-c]").  % expect: nomatch
re:split("a b c ", "( )", [group, {parts, 0}]).  % expect: [[<<"a">>,<<" ">>],[<<"b">>,<<" ">>],[<<"c">>,<<" ">>]]
re:split("a b c ", " ", [{parts, 0}]).  % expect: [<<"a">>,<<"b">>,<<"c">>]
