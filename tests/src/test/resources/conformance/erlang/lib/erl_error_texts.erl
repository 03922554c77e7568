% Exceptions in words.
Text = fun(C, R, S) -> unicode:characters_to_list(erl_error:format_exception(C, R, S)) end, ok.  % expect: ok
Text(error, badarg, [{foo, bar, [1, 2], []}, {a, b, 3, [{file, "x.erl"}, {line, 3}]}]).  % expect: "exception error: bad argument\n  in function  foo:bar/2\n     called as foo:bar(1,2)\n  in call from a:b/3 (x.erl, line 3)"
Text(exit, {foo, bar}, []).  % expect: "exception exit: {foo,bar}"
Text(throw, x, [{erlang, '+', [a, 1], []}]).  % expect: "exception throw: x\n  in operator  +/2\n     called as a + 1"
Text(error, {badmatch, lists:seq(1, 60)}, [{m, f, 1, [{file, "m.erl"}, {line, 10}]}]).  % expect: "exception error: no match of right hand side value \n                 [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,\n                  24,25,26,27,28,29|...]\n  in function  m:f/1 (m.erl, line 10)"
Text(error, undef, [{foo, bar, [1], []}, {m, f, 1, [{file, "m.erl"}, {line, 10}]}]).  % expect: "exception error: undefined function foo:bar/1\n  in function  m:f/1 (m.erl, line 10)"
Text(error, {case_clause, x}, [{m, f, 1, [{file, "m.erl"}, {line, 10}]}]).  % expect: "exception error: no case clause matching x\n  in function  m:f/1 (m.erl, line 10)"
unicode:characters_to_list(erl_error:format_exception(error, {badmatch, lists:seq(1, 60)}, [{m, f, 1, [{file, "m.erl"}, {line, 10}]}], #{column => 20})).  % expect: "exception error: no match of right hand side value \n                                    [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,\n                                     17,18,19,20,21,22,23,24,25,26,27,28,29|...]\n                     in function  m:f/1 (m.erl, line 10)"
unicode:characters_to_list(erl_error:format_exception(error, badarg, [{m, f, 1, [{file, "m.erl"}, {line, 1}]}, {n, g, 1, [{file, "n.erl"}, {line, 2}]}], #{stack_trim_fun => fun(n, g, 1) -> true; (_, _, _) -> false end})).  % expect: "exception error: bad argument\n  in function  m:f/1 (m.erl, line 1)"
