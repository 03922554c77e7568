% policy: untrusted
% limit: reductions=30M,time=30s
Text = fun(R, T) -> try erl_error:format_exception(error, R, T) of L when is_list(L) -> text catch error:W -> W end end, ok.  % expect: ok
[Text(badarg, [{erlang, '+', Operands, []}]) || Operands <- [[], [1], [1, 2], [1, 2, 3], 0, -1, x]].  % expect: [text,text,text,text,text,text,text]
[Text(undef, [F]) || F <- [x, {1, 2, 3, 4}, {m, f, -1, x}, {m, f, [a | b], []}]].  % expect: [text,text,text,text]
Text(function_clause, [{m, "f", [a], [{file, [-1, 1 bsl 40, a]}, {line, x}]}]).  % expect: text
[Text(R, []) || R <- [{badarity, {f, [a | b]}}, {badmatch}, {badarity, x}, <<1:1>>]].  % expect: [text,text,text,text]
erlang:raise(error, badarg, [{erlang, '+', [], []}]).  % expect error: badarg
