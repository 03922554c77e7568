%% Expressions that are interpreted: values, bindings and exceptions are those of compiled code.
-module(erl_eval_expressions).
-export([main/0]).

main() -> [show(Text) || Text <- texts()], handlers().

show(Text) ->
    {ok, Tokens, _} = erl_scan:string(Text ++ ". "),
    {ok, Exprs} = erl_parse:parse_exprs(Tokens),
    io:format("~ts~n   ~0p~n", [Text, outcome(fun() ->
        {value, Value, Bindings} = erl_eval:exprs(Exprs, [{'A', 1}, {'L', [1, 2, 3]}]),
        {Value, [Each || {_, Term} = Each <- Bindings, not is_function(Term)]} end)]),
    io:format("   ~0p~n", [outcome(fun() ->
        erl_eval:expr(hd(Exprs), #{'A' => 1, 'L' => [1, 2, 3]}, none, none, value) end)]).

outcome(F) -> try F() catch Class:Reason -> {Class, Reason} end.

handlers() ->
    {ok, Tokens, _} = erl_scan:string("f(1, A) + lists:sum([2]). "),
    {ok, [Expr]} = erl_parse:parse_exprs(Tokens),
    Local = {value, fun(f, [X, Y]) -> X + Y end},
    io:format("~0p~n", [erl_eval:expr(Expr, [{'A', 5}], Local)]),
    Eval = {eval, fun(f, Args, Bs) -> {[X, Y], Bs2} = erl_eval:expr_list(Args, Bs), {value, X * Y, Bs2} end},
    Other = {value, fun({lists, sum}, [[N]]) -> N * 100; ({erlang, '+'}, [X, Y]) -> X + Y end},
    io:format("~0p~n", [erl_eval:expr(Expr, [{'A', 5}], Eval, Other)]),
    Bs = erl_eval:add_binding('X', 1, erl_eval:add_binding('Y', 2, erl_eval:new_bindings())),
    io:format("~0p~n", [{Bs, erl_eval:binding('X', Bs), erl_eval:binding('Z', Bs), erl_eval:del_binding('X', Bs)}]).

texts() ->
    ["1+2",
     "A+B",
     "X = A, X + 1",
     "if A > 1 -> a; true -> b end",
     "if A > 1 -> a end",
     "case A of 2 -> b end",
     "[X*2 || X <- L, X > 1]",
     "[X || X <- L, foo]",
     "[X || X <- L, X]",
     "[{X,Y} || X <- L, Y <- [a,b]]",
     "<< <<X:16>> || X <- L>>",
     "[X || <<X:3>> <= <<1,2,3>>]",
     "[X || <<1:1,X:3>> <= <<1,200,3>>]",
     "[X || X <- foo]",
     "[X || <<X>> <= foo]",
     "(fun(X) -> X + A end)(2)",
     "F = fun G(0) -> done; G(N) -> G(N-1) end, F(1000)",
     "(fun(1) -> 2 end)(3)",
     "foo(1)",
     "lists:map(fun(X) -> X * 2 end, L)",
     "length(L)",
     "length(a)",
     "A(1)",
     "try throw(a) catch a -> b end",
     "try throw(a) catch error:a -> b end",
     "try 1 of 2 -> 3 catch _:_ -> 4 end",
     "try error(x) catch error:E -> E after put(zz, 1) end, get(zz)",
     "catch throw(a)",
     "catch exit(a)",
     "element(1,catch error(a))",
     "begin self() ! {x,1}, self() ! {y,2} end, receive {y,Z} -> Z end, receive {x,Q} -> Q end",
     "receive foo -> 1 after 0 -> timeout end",
     "receive foo -> 1 after 10 -> timeout end",
     "self() ! 3, receive X when X > 2 -> X after 100 -> no end",
     "#{a => 1, b => A}",
     "#{a := X} = #{a => 5}, X",
     "M = #{a => 1}, M#{a := 2, c => 3}",
     "#{}#{a := 1}",
     "a#{b => 1}",
     "#{A := V} = #{1 => x}, V",
     "{X, X} = {1, 1}",
     "{X, X} = {1, 2}",
     "[H|T] = L, {H,T}",
     "\"ab\" ++ R = \"abc\", R",
     "[$a] ++ R = \"abc\", R",
     "<<X:4,Y:4>> = <<16#ab>>, {X,Y}",
     "<<X:4/little-signed-integer-unit:2, R/binary>> = <<255,1,2>>, {X,R}",
     "<<N, B:N/binary, R/bits>> = <<2,1,2,3:4>>, {B,R}",
     "<<\"abc\", R/binary>> = <<\"abcd\">>, R",
     "<<X/utf8, Y/utf16, Z/utf32-little>> = <<8364/utf8, 8364/utf16, 8364/utf32-little>>, {X,Y,Z}",
     "<<F/float>> = <<1.5/float>>, F",
     "<<F:32/float-little>> = <<1.5:32/float-little>>, F",
     "<<1,2:3,\"é\"/utf8, -1:16/little, (<<7>>)/binary, (<<1:3>>)/bits>>",
     "<<a>>",
     "<<(<<1:3>>)/binary>>",
     "<<\"abc\":16>>",
     "1 = 2",
     "X = 1, X = 2",
     "true andalso 1",
     "1 andalso 2",
     "false orelse A",
     "a orelse b",
     "not a",
     "- a",
     "1 + a",
     "A ! b",
     "fun lists:map/2",
     "fun length/1",
     "fun foo/1",
     "is_integer(A) andalso A > 0",
     "begin X = 1 end, X",
     "[begin X = 1, X end, begin Y = 2, Y end], {X,Y}",
     "{X = 1, X = 1}, X",
     "f(X = 1)",
     "lists:foo(1)",
     "foo:bar()",
     "(lists):max(L)",
     "M = lists, M:max(L)",
     "M = 1, M:max(L)",
     "case {1,2} of {X,_} when X > 1 -> a; {X,Y} when hd(X) =:= 1; Y =:= 2 -> b end",
     "case [] of X when hd(X) == 1; true -> ok end",
     "(fun(X, Y) when X > Y -> gt; (X, X) -> eq; (_, _) -> lt end)(1, 1)",
     "X = 5, (fun(X) -> X end)(6), X",
     "[X || {ok, X} <- [{ok,1},error,{ok,2}]]",
     "[A || A <- L]",
     "apply(erlang, '+', [1,2])",
     "apply(fun(X) -> X end, [1])",
     "\"abc\"",
     "$a",
     "1.5",
     "[]",
     "{}",
     "(fun(X) -> fun(Y) -> X + Y end end(1))(2)",
     "try a after b end",
     "[catch throw(X) || X <- L]",
     "self() =:= self()",
     "spawn(fun() -> ok end), ok",
     "lists:sum([X || X <- lists:seq(1,1000), X rem 2 == 0])",
     "L -- [1]",
     "L ++ [4]",
     "(1 bsl 70) div 3",
     "5 rem 2",
     "5 / 2",
     "1 == 1.0",
     "1 =:= 1.0",
     "bnot 1",
     "atom_to_list(a)",
     "tuple_size({1})",
     "throw(x)",
     "exit(x)",
     "error(x)",
     "error(x,[1])",
     "erlang:raise(error,x,[])",
     "integer_to_list(A)",
     "<<X, _/binary>> = <<1,2>>, X",
     "<<_:8, X:A/binary>> = <<1,2>>, X", "[1,2|X] = [1,2,3], X", "{ok, -1} = {ok, -1}", "case -1 of -1 -> a end",
     "case 3 of 1+2 -> a end",
     "case 1.0 of 1 -> a; 1.0 -> b end",
     "fun() -> 1 end =:= 1",
     "[X || X <- L, is_integer(X), X =/= 2]",
     "[X || X <- [1,a,2], X > 1, length(X) > 0]",
     "F = fun(0, Acc) -> Acc; (N, Acc) -> N + Acc end, F(1,2)",
     "{A, L, 1}",
     "[a|A]",
     "fun(_) -> ok end(1)"].
%% expect: 1+2
%% expect:    {3,[{'A',1},{'L',[1,2,3]}]}
%% expect:    3
%% expect: A+B
%% expect:    {error,{unbound_var,'B'}}
%% expect:    {error,{unbound,'B'}}
%% expect: X = A, X + 1
%% expect:    {2,[{'A',1},{'L',[1,2,3]},{'X',1}]}
%% expect:    1
%% expect: if A > 1 -> a; true -> b end
%% expect:    {b,[{'A',1},{'L',[1,2,3]}]}
%% expect:    b
%% expect: if A > 1 -> a end
%% expect:    {error,if_clause}
%% expect:    {error,if_clause}
%% expect: case A of 2 -> b end
%% expect:    {error,{case_clause,1}}
%% expect:    {error,{case_clause,1}}
%% expect: [X*2 || X <- L, X > 1]
%% expect:    {[4,6],[{'A',1},{'L',[1,2,3]}]}
%% expect:    [4,6]
%% expect: [X || X <- L, foo]
%% expect:    {[],[{'A',1},{'L',[1,2,3]}]}
%% expect:    []
%% expect: [X || X <- L, X]
%% expect:    {[],[{'A',1},{'L',[1,2,3]}]}
%% expect:    []
%% expect: [{X,Y} || X <- L, Y <- [a,b]]
%% expect:    {[{1,a},{1,b},{2,a},{2,b},{3,a},{3,b}],[{'A',1},{'L',[1,2,3]}]}
%% expect:    [{1,a},{1,b},{2,a},{2,b},{3,a},{3,b}]
%% expect: << <<X:16>> || X <- L>>
%% expect:    {<<0,1,0,2,0,3>>,[{'A',1},{'L',[1,2,3]}]}
%% expect:    <<0,1,0,2,0,3>>
%% expect: [X || <<X:3>> <= <<1,2,3>>]
%% expect:    {[0,0,2,0,1,0,0,3],[{'A',1},{'L',[1,2,3]}]}
%% expect:    [0,0,2,0,1,0,0,3]
%% expect: [X || <<1:1,X:3>> <= <<1,200,3>>]
%% expect:    {[4,0],[{'A',1},{'L',[1,2,3]}]}
%% expect:    [4,0]
%% expect: [X || X <- foo]
%% expect:    {error,{bad_generator,foo}}
%% expect:    {error,{bad_generator,foo}}
%% expect: [X || <<X>> <= foo]
%% expect:    {error,{bad_generator,foo}}
%% expect:    {error,{bad_generator,foo}}
%% expect: (fun(X) -> X + A end)(2)
%% expect:    {3,[{'A',1},{'L',[1,2,3]}]}
%% expect:    3
%% expect: F = fun G(0) -> done; G(N) -> G(N-1) end, F(1000)
%% expect:    {done,[{'A',1},{'L',[1,2,3]}]}
%% expect:    #Fun<...>
%% expect: (fun(1) -> 2 end)(3)
%% expect:    {error,function_clause}
%% expect:    {error,function_clause}
%% expect: foo(1)
%% expect:    {error,undef}
%% expect:    {error,undef}
%% expect: lists:map(fun(X) -> X * 2 end, L)
%% expect:    {[2,4,6],[{'A',1},{'L',[1,2,3]}]}
%% expect:    [2,4,6]
%% expect: length(L)
%% expect:    {3,[{'A',1},{'L',[1,2,3]}]}
%% expect:    3
%% expect: length(a)
%% expect:    {error,badarg}
%% expect:    {error,badarg}
%% expect: A(1)
%% expect:    {error,{badfun,1}}
%% expect:    {error,{badfun,1}}
%% expect: try throw(a) catch a -> b end
%% expect:    {b,[{'A',1},{'L',[1,2,3]}]}
%% expect:    b
%% expect: try throw(a) catch error:a -> b end
%% expect:    {throw,a}
%% expect:    {throw,a}
%% expect: try 1 of 2 -> 3 catch _:_ -> 4 end
%% expect:    {error,{try_clause,1}}
%% expect:    {error,{try_clause,1}}
%% expect: try error(x) catch error:E -> E after put(zz, 1) end, get(zz)
%% expect:    {1,[{'A',1},{'E',x},{'L',[1,2,3]}]}
%% expect:    x
%% expect: catch throw(a)
%% expect:    {a,[{'A',1},{'L',[1,2,3]}]}
%% expect:    a
%% expect: catch exit(a)
%% expect:    {{'EXIT',a},[{'A',1},{'L',[1,2,3]}]}
%% expect:    {'EXIT',a}
%% expect: element(1,catch error(a))
%% expect:    {'EXIT',[{'A',1},{'L',[1,2,3]}]}
%% expect:    'EXIT'
%% expect: begin self() ! {x,1}, self() ! {y,2} end, receive {y,Z} -> Z end, receive {x,Q} -> Q end
%% expect:    {1,[{'A',1},{'L',[1,2,3]},{'Q',1},{'Z',2}]}
%% expect:    {y,2}
%% expect: receive foo -> 1 after 0 -> timeout end
%% expect:    {timeout,[{'A',1},{'L',[1,2,3]}]}
%% expect:    timeout
%% expect: receive foo -> 1 after 10 -> timeout end
%% expect:    {timeout,[{'A',1},{'L',[1,2,3]}]}
%% expect:    timeout
%% expect: self() ! 3, receive X when X > 2 -> X after 100 -> no end
%% expect:    {{x,1},[{'A',1},{'L',[1,2,3]},{'X',{x,1}}]}
%% expect:    3
%% expect: #{a => 1, b => A}
%% expect:    {#{a => 1,b => 1},[{'A',1},{'L',[1,2,3]}]}
%% expect:    #{a => 1,b => 1}
%% expect: #{a := X} = #{a => 5}, X
%% expect:    {5,[{'A',1},{'L',[1,2,3]},{'X',5}]}
%% expect:    #{a => 5}
%% expect: M = #{a => 1}, M#{a := 2, c => 3}
%% expect:    {#{a => 2,c => 3},[{'A',1},{'L',[1,2,3]},{'M',#{a => 1}}]}
%% expect:    #{a => 1}
%% expect: #{}#{a := 1}
%% expect:    {error,{badkey,a}}
%% expect:    {error,{badkey,a}}
%% expect: a#{b => 1}
%% expect:    {error,{badmap,a}}
%% expect:    {error,{badmap,a}}
%% expect: #{A := V} = #{1 => x}, V
%% expect:    {x,[{'A',1},{'L',[1,2,3]},{'V',x}]}
%% expect:    #{1 => x}
%% expect: {X, X} = {1, 1}
%% expect:    {{1,1},[{'A',1},{'L',[1,2,3]},{'X',1}]}
%% expect:    {1,1}
%% expect: {X, X} = {1, 2}
%% expect:    {error,{badmatch,{1,2}}}
%% expect:    {error,{badmatch,{1,2}}}
%% expect: [H|T] = L, {H,T}
%% expect:    {{1,[2,3]},[{'A',1},{'H',1},{'L',[1,2,3]},{'T',[2,3]}]}
%% expect:    [1,2,3]
%% expect: "ab" ++ R = "abc", R
%% expect:    {"c",[{'A',1},{'L',[1,2,3]},{'R',"c"}]}
%% expect:    "abc"
%% expect: [$a] ++ R = "abc", R
%% expect:    {"bc",[{'A',1},{'L',[1,2,3]},{'R',"bc"}]}
%% expect:    "abc"
%% expect: <<X:4,Y:4>> = <<16#ab>>, {X,Y}
%% expect:    {{10,11},[{'A',1},{'L',[1,2,3]},{'X',10},{'Y',11}]}
%% expect:    <<"«">>
%% expect: <<X:4/little-signed-integer-unit:2, R/binary>> = <<255,1,2>>, {X,R}
%% expect:    {{-1,<<1,2>>},[{'A',1},{'L',[1,2,3]},{'R',<<1,2>>},{'X',-1}]}
%% expect:    <<255,1,2>>
%% expect: <<N, B:N/binary, R/bits>> = <<2,1,2,3:4>>, {B,R}
%% expect:    {{<<1,2>>,<<3:4>>},[{'A',1},{'B',<<1,2>>},{'L',[1,2,3]},{'N',2},{'R',<<3:4>>}]}
%% expect:    <<2,1,2,3:4>>
%% expect: <<"abc", R/binary>> = <<"abcd">>, R
%% expect:    {<<"d">>,[{'A',1},{'L',[1,2,3]},{'R',<<"d">>}]}
%% expect:    <<"abcd">>
%% expect: <<X/utf8, Y/utf16, Z/utf32-little>> = <<8364/utf8, 8364/utf16, 8364/utf32-little>>, {X,Y,Z}
%% expect:    {{8364,8364,8364},[{'A',1},{'L',[1,2,3]},{'X',8364},{'Y',8364},{'Z',8364}]}
%% expect:    <<226,130,172,32,172,172,32,0,0>>
%% expect: <<F/float>> = <<1.5/float>>, F
%% expect:    {1.5,[{'A',1},{'F',1.5},{'L',[1,2,3]}]}
%% expect:    <<63,248,0,0,0,0,0,0>>
%% expect: <<F:32/float-little>> = <<1.5:32/float-little>>, F
%% expect:    {1.5,[{'A',1},{'F',1.5},{'L',[1,2,3]}]}
%% expect:    <<0,0,192,63>>
%% expect: <<1,2:3,"é"/utf8, -1:16/little, (<<7>>)/binary, (<<1:3>>)/bits>>
%% expect:    {<<1,88,117,63,255,224,57:6>>,[{'A',1},{'L',[1,2,3]}]}
%% expect:    <<1,88,117,63,255,224,57:6>>
%% expect: <<a>>
%% expect:    {error,badarg}
%% expect:    {error,badarg}
%% expect: <<(<<1:3>>)/binary>>
%% expect:    {error,badarg}
%% expect:    {error,badarg}
%% expect: <<"abc":16>>
%% expect:    {<<0,97,0,98,0,99>>,[{'A',1},{'L',[1,2,3]}]}
%% expect:    <<0,97,0,98,0,99>>
%% expect: 1 = 2
%% expect:    {error,{badmatch,2}}
%% expect:    {error,{badmatch,2}}
%% expect: X = 1, X = 2
%% expect:    {error,{badmatch,2}}
%% expect:    1
%% expect: true andalso 1
%% expect:    {1,[{'A',1},{'L',[1,2,3]}]}
%% expect:    1
%% expect: 1 andalso 2
%% expect:    {error,{badarg,1}}
%% expect:    {error,{badarg,1}}
%% expect: false orelse A
%% expect:    {1,[{'A',1},{'L',[1,2,3]}]}
%% expect:    1
%% expect: a orelse b
%% expect:    {error,{badarg,a}}
%% expect:    {error,{badarg,a}}
%% expect: not a
%% expect:    {error,badarg}
%% expect:    {error,badarg}
%% expect: - a
%% expect:    {error,badarith}
%% expect:    {error,badarith}
%% expect: 1 + a
%% expect:    {error,badarith}
%% expect:    {error,badarith}
%% expect: A ! b
%% expect:    {error,badarg}
%% expect:    {error,badarg}
%% expect: fun lists:map/2
%% expect:    {fun lists:map/2,[{'A',1},{'L',[1,2,3]}]}
%% expect:    fun lists:map/2
%% expect: fun length/1
%% expect:    {error,undef}
%% expect:    {error,undef}
%% expect: fun foo/1
%% expect:    {error,undef}
%% expect:    {error,undef}
%% expect: is_integer(A) andalso A > 0
%% expect:    {true,[{'A',1},{'L',[1,2,3]}]}
%% expect:    true
%% expect: begin X = 1 end, X
%% expect:    {1,[{'A',1},{'L',[1,2,3]},{'X',1}]}
%% expect:    1
%% expect: [begin X = 1, X end, begin Y = 2, Y end], {X,Y}
%% expect:    {{1,2},[{'A',1},{'L',[1,2,3]},{'X',1},{'Y',2}]}
%% expect:    [1,2]
%% expect: {X = 1, X = 1}, X
%% expect:    {1,[{'A',1},{'L',[1,2,3]},{'X',1}]}
%% expect:    {1,1}
%% expect: f(X = 1)
%% expect:    {error,undef}
%% expect:    {error,undef}
%% expect: lists:foo(1)
%% expect:    {error,undef}
%% expect:    {error,undef}
%% expect: foo:bar()
%% expect:    {error,undef}
%% expect:    {error,undef}
%% expect: (lists):max(L)
%% expect:    {3,[{'A',1},{'L',[1,2,3]}]}
%% expect:    3
%% expect: M = lists, M:max(L)
%% expect:    {3,[{'A',1},{'L',[1,2,3]},{'M',lists}]}
%% expect:    lists
%% expect: M = 1, M:max(L)
%% expect:    {error,badarg}
%% expect:    1
%% expect: case {1,2} of {X,_} when X > 1 -> a; {X,Y} when hd(X) =:= 1; Y =:= 2 -> b end
%% expect:    {b,[{'A',1},{'L',[1,2,3]},{'X',1},{'Y',2}]}
%% expect:    b
%% expect: case [] of X when hd(X) == 1; true -> ok end
%% expect:    {ok,[{'A',1},{'L',[1,2,3]},{'X',[]}]}
%% expect:    ok
%% expect: (fun(X, Y) when X > Y -> gt; (X, X) -> eq; (_, _) -> lt end)(1, 1)
%% expect:    {eq,[{'A',1},{'L',[1,2,3]}]}
%% expect:    eq
%% expect: X = 5, (fun(X) -> X end)(6), X
%% expect:    {5,[{'A',1},{'L',[1,2,3]},{'X',5}]}
%% expect:    5
%% expect: [X || {ok, X} <- [{ok,1},error,{ok,2}]]
%% expect:    {[1,2],[{'A',1},{'L',[1,2,3]}]}
%% expect:    [1,2]
%% expect: [A || A <- L]
%% expect:    {[1,2,3],[{'A',1},{'L',[1,2,3]}]}
%% expect:    [1,2,3]
%% expect: apply(erlang, '+', [1,2])
%% expect:    {3,[{'A',1},{'L',[1,2,3]}]}
%% expect:    3
%% expect: apply(fun(X) -> X end, [1])
%% expect:    {1,[{'A',1},{'L',[1,2,3]}]}
%% expect:    1
%% expect: "abc"
%% expect:    {"abc",[{'A',1},{'L',[1,2,3]}]}
%% expect:    "abc"
%% expect: $a
%% expect:    {97,[{'A',1},{'L',[1,2,3]}]}
%% expect:    97
%% expect: 1.5
%% expect:    {1.5,[{'A',1},{'L',[1,2,3]}]}
%% expect:    1.5
%% expect: []
%% expect:    {[],[{'A',1},{'L',[1,2,3]}]}
%% expect:    []
%% expect: {}
%% expect:    {{},[{'A',1},{'L',[1,2,3]}]}
%% expect:    {}
%% expect: (fun(X) -> fun(Y) -> X + Y end end(1))(2)
%% expect:    {3,[{'A',1},{'L',[1,2,3]}]}
%% expect:    3
%% expect: try a after b end
%% expect:    {a,[{'A',1},{'L',[1,2,3]}]}
%% expect:    a
%% expect: [catch throw(X) || X <- L]
%% expect:    {[1,2,3],[{'A',1},{'L',[1,2,3]}]}
%% expect:    [1,2,3]
%% expect: self() =:= self()
%% expect:    {true,[{'A',1},{'L',[1,2,3]}]}
%% expect:    true
%% expect: spawn(fun() -> ok end), ok
%% expect:    {ok,[{'A',1},{'L',[1,2,3]}]}
%% expect:    <...>
%% expect: lists:sum([X || X <- lists:seq(1,1000), X rem 2 == 0])
%% expect:    {250500,[{'A',1},{'L',[1,2,3]}]}
%% expect:    250500
%% expect: L -- [1]
%% expect:    {[2,3],[{'A',1},{'L',[1,2,3]}]}
%% expect:    [2,3]
%% expect: L ++ [4]
%% expect:    {[1,2,3,4],[{'A',1},{'L',[1,2,3]}]}
%% expect:    [1,2,3,4]
%% expect: (1 bsl 70) div 3
%% expect:    {393530540239137101141,[{'A',1},{'L',[1,2,3]}]}
%% expect:    393530540239137101141
%% expect: 5 rem 2
%% expect:    {1,[{'A',1},{'L',[1,2,3]}]}
%% expect:    1
%% expect: 5 / 2
%% expect:    {2.5,[{'A',1},{'L',[1,2,3]}]}
%% expect:    2.5
%% expect: 1 == 1.0
%% expect:    {true,[{'A',1},{'L',[1,2,3]}]}
%% expect:    true
%% expect: 1 =:= 1.0
%% expect:    {false,[{'A',1},{'L',[1,2,3]}]}
%% expect:    false
%% expect: bnot 1
%% expect:    {-2,[{'A',1},{'L',[1,2,3]}]}
%% expect:    -2
%% expect: atom_to_list(a)
%% expect:    {"a",[{'A',1},{'L',[1,2,3]}]}
%% expect:    "a"
%% expect: tuple_size({1})
%% expect:    {1,[{'A',1},{'L',[1,2,3]}]}
%% expect:    1
%% expect: throw(x)
%% expect:    {throw,x}
%% expect:    {throw,x}
%% expect: exit(x)
%% expect:    {exit,x}
%% expect:    {exit,x}
%% expect: error(x)
%% expect:    {error,x}
%% expect:    {error,x}
%% expect: error(x,[1])
%% expect:    {error,x}
%% expect:    {error,x}
%% expect: erlang:raise(error,x,[])
%% expect:    {error,x}
%% expect:    {error,x}
%% expect: integer_to_list(A)
%% expect:    {"1",[{'A',1},{'L',[1,2,3]}]}
%% expect:    "1"
%% expect: <<X, _/binary>> = <<1,2>>, X
%% expect:    {1,[{'A',1},{'L',[1,2,3]},{'X',1}]}
%% expect:    <<1,2>>
%% expect: <<_:8, X:A/binary>> = <<1,2>>, X
%% expect:    {<<2>>,[{'A',1},{'L',[1,2,3]},{'X',<<2>>}]}
%% expect:    <<1,2>>
%% expect: [1,2|X] = [1,2,3], X
%% expect:    {[3],[{'A',1},{'L',[1,2,3]},{'X',[3]}]}
%% expect:    [1,2,3]
%% expect: {ok, -1} = {ok, -1}
%% expect:    {{ok,-1},[{'A',1},{'L',[1,2,3]}]}
%% expect:    {ok,-1}
%% expect: case -1 of -1 -> a end
%% expect:    {a,[{'A',1},{'L',[1,2,3]}]}
%% expect:    a
%% expect: case 3 of 1+2 -> a end
%% expect:    {a,[{'A',1},{'L',[1,2,3]}]}
%% expect:    a
%% expect: case 1.0 of 1 -> a; 1.0 -> b end
%% expect:    {b,[{'A',1},{'L',[1,2,3]}]}
%% expect:    b
%% expect: fun() -> 1 end =:= 1
%% expect:    {false,[{'A',1},{'L',[1,2,3]}]}
%% expect:    false
%% expect: [X || X <- L, is_integer(X), X =/= 2]
%% expect:    {[1,3],[{'A',1},{'L',[1,2,3]}]}
%% expect:    [1,3]
%% expect: [X || X <- [1,a,2], X > 1, length(X) > 0]
%% expect:    {[],[{'A',1},{'L',[1,2,3]}]}
%% expect:    []
%% expect: F = fun(0, Acc) -> Acc; (N, Acc) -> N + Acc end, F(1,2)
%% expect:    {3,[{'A',1},{'L',[1,2,3]}]}
%% expect:    #Fun<...>
%% expect: {A, L, 1}
%% expect:    {{1,[1,2,3],1},[{'A',1},{'L',[1,2,3]}]}
%% expect:    {1,[1,2,3],1}
%% expect: [a|A]
%% expect:    {[a|1],[{'A',1},{'L',[1,2,3]}]}
%% expect:    [a|1]
%% expect: fun(_) -> ok end(1)
%% expect:    {ok,[{'A',1},{'L',[1,2,3]}]}
%% expect:    ok
%% expect: {value,8,[{'A',5}]}
%% expect: {value,205,[{'A',5}]}
%% expect: {[{'X',1},{'Y',2}],{value,1},unbound,[{'Y',2}]}
