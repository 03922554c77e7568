%% Modules made by a running program: compiled from forms, loaded, replaced, removed.
-module(compile_and_load_forms).
-export([main/0]).

s(Text) -> forms(Text, 1).

forms(Text, Line) ->
    case erl_scan:tokens([], Text, Line) of
        {done, {ok, Tokens, Next}, Rest} ->
            {ok, Form} = erl_parse:parse_form(Tokens),
            [Form | forms(Rest, Next)];
        _ -> []
    end.

main() ->
    P = fun(X) -> io:format("~p~n",[X]) end,
 F = s("-module(zzt).\n-export([f/1,g/0]).\nf(X) -> X + 1.\ng() -> error(boom).\n"),
 {ok,zzt,B} = compile:forms(F),
    P(is_binary(B)),
    P(code:load_binary(zzt,"zzt.erl",B)),
    P(zzt:f(3)),
    P(try zzt:g() catch error:E:St -> {E,hd(St)} end),
    P(code:is_loaded(zzt)),
    P(code:which(zzt)),
 P(element(1,compile:forms(F,[return]))),
    P(tuple_size(compile:forms(F,[return]))),
    P(compile:forms(s("-module(q).\nf() -> X.\n"),[])),

 {ok,q,B2} = compile:forms(s("-module(q).\nf() -> 1.\n"),[export_all,binary]),
    P(code:load_binary(q,"",B2)),
    P(q:f()),
    {ok,q,B3} = compile:forms(s("-module(q).\nf() -> 2.\n"),[export_all]),
    P(code:purge(q)),
    P(code:load_binary(q,"q.erl",B3)),
    P(q:f()),
    P(code:delete(q)),
    P(code:purge(q)),
    P(compile:forms([{attribute,1,module,l},{function,1,f,0,[{clause,1,[],[],[{atom,1,x}]}]}],[strong_validation])).
%% expect: true
%% expect: {module,zzt}
%% expect: 4
%% expect: {boom,{zzt,g,0,[{file,"zzt.erl"},{line,4}]}}
%% expect: {file,"zzt.erl"}
%% expect: "zzt.erl"
%% expect: ok
%% expect: 4
%% expect: error
%% expect: {module,q}
%% expect: 1
%% expect: false
%% expect: {module,q}
%% expect: 2
%% expect: false
%% expect: false
%% expect: {ok,l}
