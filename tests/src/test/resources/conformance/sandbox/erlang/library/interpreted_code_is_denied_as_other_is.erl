% policy: untrusted
% limit: reductions=30M,time=30s
{ok, T, _} = erl_scan:string("os:cmd(\"id\")."), {ok, E} = erl_parse:parse_exprs(T), ok.  % expect: ok
erl_eval:exprs(E, []).  % expect error: undef
