% Expressions and forms are laid out as erl_pp of OTP does it.
Parse = fun(Text) -> {ok, Tokens, _} = erl_scan:string(Text), {ok, [Form]} = erl_parse:parse_exprs(Tokens), Form end, ok.  % expect: ok
Show = fun(Text) -> lists:flatten(erl_pp:expr(Parse(Text))) end, ok.  % expect: ok
Form = fun(Text) -> {ok, Tokens, _} = erl_scan:string(Text), {ok, F} = erl_parse:parse_form(Tokens), lists:flatten(erl_pp:form(F)) end, ok.  % expect: ok
Show("1+2*3-(4-5)").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("(A = B) + not (C andalso D)").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("[H|T] ++ [1,2,3|X]").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("{a, 'B c', \"text\", $x, $\\n, 1.5, -1}").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("#{a => 1, b := X}").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("M#{a => 1}#{b => 2}").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("#rec{a = 1, _ = 2}").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("R#rec.field").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("#rec.field").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("<<1, X:8/integer-signed-unit:4, \"abc\"/utf8, (Y+1):Z>>").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("fun m:f/1").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("fun f/1").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("fun(X) when X > 1; X < 0, is_atom(X) -> ok; (_) -> error end").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("fun Loop(X) -> Loop(X + 1) end").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("[X || X <- lists:seq(1, 10), X rem 2 =:= 0]").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("<< <<X>> || <<X>> <= Bin >>").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("case f(X) of {ok, Y} when Y > 1 -> Y; _ -> error end").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("if A > B -> x; true -> y end").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("receive {a, B} -> B after 100 -> timeout end").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("try f() of X -> X catch throw:Y -> Y; error:R:S -> {R, S} after g() end").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("begin a, b, c end").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("catch f(X)").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("a orelse b andalso not c").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("erlang:self() ! erlang:foo(erlang:length(L))").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("a_function_with_a_long_name(First_argument, Second_argument, Third_argument, Fourth_argument, Fifth)").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("X = a_function_with_a_long_name(First_argument, [Second_argument, Third_argument], {Fourth, Fifth_argument})").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("[a_long_atom_1, a_long_atom_2, a_long_atom_3, a_long_atom_4, a_long_atom_5, a_long_atom_6, a_long_atom_7]").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("\"a text that is so long that it does not fit into one line of seventy-two characters and goes on\"").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Show("2#101 + 16#ff + $a").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
Form("-module(m).").  % expect: "-module(m).\n"
Form("-export([f/1,g/2]).").  % expect: "-export([f/1,g/2]).\n"
Form("-record(r, {a, b = 1, c :: integer(), d = [] :: [atom()]}).").  % expect: "-record(r,{a, b = 1, c :: integer(), d = [] :: [atom()]}).\n"
Form("-type t(A) :: {A, #{a := integer(), b => [t(A)]}} | fun((A, ...) -> ok) | 1..10 | <<_:8, _:_*16>> | nonempty_string().").  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ","'...'"]}}}
Form("-type t(A) :: {A, #{a := integer(), b => [t(A)]}} | fun((A) -> ok) | 1..10 | <<_:8, _:_*16>> | nonempty_string() | 'quoted atom'.").  % expect: "-type t(A) ::\n          {A, #{a := integer(), b => [t(A)]}} |\n          fun((A) -> ok) |\n          1..10 |\n          <<_:8, _:_*16>> |\n          nonempty_string() |\n          'quoted atom'.\n"
Form("-opaque o() :: #r{a :: integer()} | [integer(), ...] | fun() | fun((...) -> ok) | (A :: atom()).").  % expect: "-opaque o() ::\n            #r{a :: integer()} |\n            [integer(), ...] |\n            fun() |\n            fun((...) -> ok) |\n            (A :: atom()).\n"
Form("-spec f(X, Y) -> {X, Y} when X :: integer(), Y :: m:t(); (a, b) -> c.").  % expect: "-spec f(X, Y) -> {X, Y} when X :: integer(), Y :: m:t();\n       (a, b) -> c.\n"
Form("-callback init(Args :: term()) -> {ok, State :: term()} | ignore.").  % expect: "-callback init(Args :: term()) -> {ok, State :: term()} | ignore.\n"
Form("-custom({a, [1, 2, 3], <<\"abc\">>}).").  % expect: "-custom({a, \"\\001\\002\\003\", <<97,98,99>>}).\n"
Form("f(X) when X > 0 -> Y = X * 2, g(Y); f(0) -> zero; f(_) -> case x of y -> ok end.").  % expect: "f(X) when X > 0 ->\n    Y = X * 2,\n    g(Y);\nf(0) ->\n    zero;\nf(_) ->\n    case x of\n        y ->\n            ok\n    end.\n"
lists:flatten(erl_pp:exprs([Parse("f(X)"), Parse("Y = 2")])).  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
lists:flatten(erl_pp:expr(Parse("case x of a -> b; c -> d end"), -1, none)).  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
lists:flatten(erl_pp:expr(Parse("case x of a -> b; c -> d end"), 8, none)).  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
lists:flatten(erl_pp:expr({my, own}, fun(Node, Indent, Precedence, _) -> io_lib:format("<~p ~p ~p>", [Node, Indent, Precedence]) end)).  % expect: "<{my,own} 0 0>"
lists:flatten(erl_pp:expr({tuple, 1, [{my, own}]}, [{hook, fun({my, own}, _, _, _) -> "mine" end}])).  % expect: "{mine}"
lists:flatten(erl_pp:expr({my, own})).  % expect: "INVALID-FORM:{my,own}:"
lists:flatten(erl_pp:guard([[Parse("X > 1"), Parse("Y")], [Parse("Z")]])).  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
lists:flatten(erl_pp:expr(Parse("\"\\x{3b1}\\x{e9}\""), [{encoding, unicode}])).  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
lists:flatten(erl_pp:expr(Parse("\"\\x{3b1}\\x{e9}\""), [{encoding, latin1}])).  % expect error: {badmatch,{error,{1,erl_parse,["syntax error before: ",[]]}}}
lists:flatten(erl_pp:form({eof, 3})).  % expect: "\n"
lists:flatten(erl_pp:form({error, {3, erl_parse, "bad"}})).  % expect: "{error,{3,erl_parse,\"bad\"}}\n"
lists:flatten(erl_pp:attribute({attribute, 1, file, {"a.erl", 1}})).  % expect: "-file(\"a.erl\", 1).\n"
lists:flatten(erl_pp:attribute({attribute, 1, type, {t, {atom, 1, a}, []}}, [{quote_singleton_atom_types, true}])).  % expect: "-type t() :: 'a'.\n"
erl_pp:legalize_vars({function, 1, f, 1, [{clause, 1, [{var, 1, x}, {var, 1, 'X'}], [], [{var, 1, y}]}]}).  % expect: {function,1,f,1,[{clause,1,[{var,1,'XX'},{var,1,'X'}],[],[{var,1,'Y'}]}]}
erl_pp:legalize_vars(x).  % expect error: badarg
