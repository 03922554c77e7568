% policy: untrusted
% limit: reductions=30M,time=30s
{ok, T, _} = erl_scan:string("(fun F() -> F() end)()."), {ok, E} = erl_parse:parse_exprs(T), erl_eval:exprs(E, []).  % expect kill: reductions
