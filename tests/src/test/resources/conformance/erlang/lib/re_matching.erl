re:run("ABCabcdABC", "abcd").  % expect: {match,[{3,4}]}
re:run("ABCabcdABC", "z").  % expect: nomatch
re:run("ABCabcdABC", "ABCD", [caseless, {capture, all, list}]).  % expect: {match,["abcd"]}
re:run("2024-05-17", "(\\d+)-(\\d+)-(\\d+)", [{capture, all_but_first, binary}]).  % expect: {match,[<<"2024">>,<<"05">>,<<"17">>]}
re:run("key = value", "^\\s*(?<K>\\w+)\\s*=\\s*(?<V>.*)$", [{capture, ['V', 'K'], list}]).  % expect: {match,["value","key"]}
re:run("key = value", "(?<K>\\w+) = (?<V>\\w+)", [{capture, all_names, binary}]).  % expect: {match,[<<"key">>,<<"value">>]}
re:run("abcd", "(a)|(z)|(b)|(y)", [global, {capture, all, list}]).  % expect: {match,[["a","a"],["b",[],[],"b"]]}
re:run("b", "(a)|(z)|(b)|(y)", [{capture, all_but_first}]).  % expect: {match,[{-1,0},{-1,0},{0,1}]}
re:run("b", "(a)|(b)", [{capture, [1, 2, 3, nope], list}]).  % expect: {match,[[],"b",[],[]]}
re:run("cat", "(|at)", [global, {capture, all, list}]).  % expect: {match,[[[],[]],[[],[]],["at","at"],[[],[]]]}
re:run("a\nb", "^b$", [multiline]).  % expect: {match,[{2,1}]}
re:run("a\nb", "a.b").  % expect: nomatch
re:run("a\nb", "a.b", [dotall, {capture, none}]).  % expect: match
re:run("aaa", "a*?", [{capture, first, list}]).  % expect: {match,[[]]}
re:run("aaa", "a+", [ungreedy, {capture, first, list}]).  % expect: {match,["a"]}
re:run("foobar", "(?<=foo)bar").  % expect: {match,[{3,3}]}
re:run("foobar", "foo(?!bar)").  % expect: nomatch
re:run("aaab", "(?>a+)ab").  % expect: nomatch
re:run("aaab", "a++b").  % expect: {match,[{0,4}]}
re:run("abcabc", "(abc)\\1", [{capture, all, list}]).  % expect: {match,["abcabc","abc"]}
re:run("xayay", "(?<v>.a)\\k<v>", [{capture, all, list}]).  % expect: nomatch
re:run("(a(b)c)", "\\((?:[^()]|(?R))*\\)", [{capture, first, list}]).  % expect: {match,["(a(b)c)"]}
re:run("aXbX", "(a)?(?(1)X|Y)", [global, {capture, first, list}]).  % expect: {match,[["aX"]]}
re:run("foobar", "foo\\Kbar", [{capture, first, list}]).  % expect: {match,["bar"]}
re:run("a.b*c", "\\Q.b*\\E", [{capture, first, list}]).  % expect: {match,[".b*"]}
re:run("a b", "a b # comment", [extended]).  % expect: nomatch
re:run("a b", "a\\ b # comment", [extended, {capture, none}]).  % expect: match
re:run("tab\there", "\\x09|\\t", []).  % expect: {match,[{3,1}]}
re:run("aa bb", "\\b\\w", [global, {offset, 1}]).  % expect: {match,[[{3,1}]]}
re:run("abc", "b", [{offset, 1}, anchored]).  % expect: {match,[{1,1}]}
re:run("abc", "c", [{offset, 1}, anchored]).  % expect: nomatch
re:run("abc", "^a", [notbol]).  % expect: nomatch
re:run("abc", "c$", [noteol]).  % expect: nomatch
re:run("abc", "x*", [notempty]).  % expect: nomatch
re:run("a\r\nb", "a$", [multiline, {newline, crlf}]).  % expect: {match,[{0,1}]}
re:run("a\r\nb", "a$", [multiline]).  % expect: nomatch
re:run("ab", "a(*SKIP)(*FAIL)|b", [{capture, first, list}]).  % expect: {match,["b"]}
re:run(<<"caf", 195, 169>>, "f.$", [unicode, {capture, first, list}]).  % expect: {match,["fé"]}
re:run(<<"caf", 195, 169>>, "f.$", [{capture, first, list}]).  % expect: nomatch
re:run([1076, 1086, 1084], "\\w+", [unicode, ucp, {capture, first, list}]).  % expect: {match,[[1076,1086,1084]]}
re:run([1076, 1086, 1084], "\\w+", [unicode]).  % expect: nomatch
re:run([1044], [1076], [unicode, caseless]).  % expect: {match,[{0,2}]}
re:run([233], [201], [caseless]).  % expect: {match,[{0,1}]}
re:run("x1Y", "\\p{Lu}", [unicode, {capture, first, list}]).  % expect: {match,["Y"]}
re:run("x[1]", "[[:digit:]]", [{capture, first, list}]).  % expect: {match,["1"]}
re:run("a-]b", "[]-]+", [{capture, first, list}]).  % expect: {match,["-]"]}
re:run(lists:duplicate(30, $a) ++ "!", "^(a+)+$", [{match_limit, 1000}]).  % expect: nomatch
re:run(lists:duplicate(30, $a) ++ "!", "^(a+)+$", [{match_limit, 1000}, report_errors]).  % expect: {error,match_limit}
{ok, MP} = re:compile("(\\w)(\\d)?", [caseless]), {element(1, MP), element(2, MP)}.  % expect: {re_pattern,2}
re:run("a1", MP, [{capture, all, list}]).  % expect: {match,["a1","a","1"]}
re:run("a1", MP, [caseless]).  % expect error: badarg
re:inspect(element(2, re:compile("(?<Z>a)(?<B>b)")), namelist).  % expect: {namelist,[<<"B">>,<<"Z">>]}
re:run("a", "(").  % expect error: badarg
re:run("a", "(", [report_errors]).  % expect: {error,{compile,{"missing )",1}}}
re:run("a", "a", [nonsense]).  % expect error: badarg
re:run(a, "a").  % expect error: badarg
re:run("a", a).  % expect error: badarg
re:run([1024], "a").  % expect error: badarg
re:run(<<255>>, "a", [unicode]).  % expect error: badarg
