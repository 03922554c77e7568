%% Tokens to forms, expressions and terms, what is said of those that are none, and trees for terms.
-module(erl_parse_forms).
-export([main/0]).

main() ->
    Texts = [{parse_exprs,"a"},
             {parse_exprs,"a b."},
             {parse_exprs,"."},
             {parse_exprs,"1 + ."},
             {parse_exprs,"case 'case' of end."},
             {parse_exprs,"\"abc\" x."},
             {parse_exprs,"f( 1.5 $a."},
             {parse_exprs,"foo 'a b'."},
             {parse_exprs,"foo Bar."},
             {parse_exprs,"foo maybe."},
             {parse_exprs,"foo \"abc\"."},
             {parse_exprs,"x 1.50."}, {parse_exprs,"x $\\n."},
             {parse_exprs,"f(X) -> X."},
             {parse_form,"f(X) -> X; g(Y) -> Y."},
             {parse_form,"f(X) -> X; f(Y,Z) -> Y."},
             {parse_form,"-module(foo)."},
             {parse_form,"-foo(fun()->1 end)."},
             {parse_form,"-record(a,{b,c=1,d::integer()})."},
             {parse_form,"-type a() :: b."},
             {parse_form,"-spec f(A) -> B when A :: c."},
             {parse_form,"-file(\"a\",3)."},
             {parse_form,"-import(a,[b/1])."},
             {parse_form,"-spec(f)."},
             {parse_form,"1."},
             {parse_form,"f."},
             {parse_form,""},
             {parse_exprs,""},
             {parse_term,"{a,[b|c],\"s\",<<1,2:4,\"x\">>,#{a=>1},-1,+2.0}."},
             {parse_term,"f(X)."},
             {parse_term,"X."},
             {parse_term,"a,b."},
             {parse_term,"fun a:b/1."},
             {parse_term,"a b."},
             {parse_term,"1+2."},
             {parse_term,"- - 1."}, {parse_term,"fun a/1."},
             {parse_exprs,"a:b:c."},
             {parse_exprs,"X = fun F() -> 1 end."},
             {parse_exprs,"#{a := 1}."},
             {parse_exprs,"fun a:B/2, fun x/3, fun X:Y/Z, ?A."},
             {parse_exprs,"1 = 2 = 3, a ! b ! c, not -1, <<X:8/integer-unit:3>>, << <<Y>> || <<Y>> <= Z >>, [X || X <- Y, Z]."},
             {parse_exprs,"\"a\" \"b\" 'c'."},
             {parse_exprs,"try a of b -> c catch d:e:F -> g; h -> i after j end."},
             {parse_exprs,"try a catch d:e:_ when x -> g end."},
             {parse_form,"f() when a;b,c -> d."},
             {parse_form,"-callback a(b) -> c; (d) -> e."},
             {parse_exprs,"#r{a=1,_=2}#r.b, X#r{}, #r.a."},
             {parse_exprs,"maybe a ?= b else c -> d end."},
             {parse_exprs,"receive after 1 -> b end."},
             {parse_form,"-spec foo:bar(a) -> (b)."},
             {parse_form,"-opaque x(A,B) :: {A,B,#{a:=b,c=>d},#r{x::y},fun(),fun((...)->a),fun((a)->b),<<_:8,_:_*8>>,[],[a],[a,...],1..2,-1,a|b, X :: y, m:t(a), tuple(), map(), $a}."},
             {parse_form,"-compile({a,[b,\"c\",1.0,-1,#{a=>b}]})."},
             {parse_form,"f(a) -> b end."},
             {parse_exprs,"a end"},
             {parse_exprs,"a,"}],
    [io:format("~ts ~0p~n", [T, erl_parse:F(tokens(T))]) || {F, T} <- Texts],
    [io:format("~0p~n", [erl_parse:abstract(T)])
        || T <- [1, -1, 1.5, a, [], "abc", [1, 2], [a, b | c], {}, {a, "b"}, <<>>, <<"abc">>, <<1:3>>, <<1, 2:3>>,
                 #{a => "b", 1 => 2}, fun lists:map/2, [a, $b], [-1], [[$a], $b]]],
    [io:format("~0p~n", [erl_parse:abstract(["ab", 1000, <<"a">>], O)])
        || O <- [3, {3, 4}, [{location, 5}], [{encoding, none}], [{encoding, latin1}, {line, 7}]]],
    [io:format("~ts ~0p~n", [T, begin {ok, [E]} = erl_parse:parse_exprs(tokens(T)),
                                      {normal(E), written(E)} end])
        || T <- ["1.", "-1.", "- 1.5.", "$a.", "[a|b].", "{a,\"b\"}.", "#{a=>b}.", "a+b.", "X.", "fun a:b/1.", "[X].",
                 "<<\"a\":16>>.", "<<1,2:3,\"abc\",4/little>>.", "[1,2|[3]].", "<<1.0/float>>."]],
    {ok, Form} = erl_parse:parse_form(tokens("f(X) when X > 1 -> <<X:8/integer-unit:1>>, fun f/1, fun a:b/1, fun() -> 1 end, "
                                             "try a catch b -> c end, #r{a=1}, [X||X<-X], \"s\", $c, #{a=>b}. ")),
    io:format("~0p~n", [erl_parse:map_anno(fun erl_anno:line/1, Form)]),
    io:format("~0p~n", [erl_parse:mapfold_anno(fun(_, N) -> {N, N + 1} end, 0, Form)]),
    io:format("~0p~n", [erl_parse:fold_anno(fun(A, Found) -> [A | Found] end, [], Form)]).

tokens(Text) -> element(2, erl_scan:string(Text, {1, 1})).

normal(Expr) -> try erl_parse:normalise(Expr) catch error:{Why, _} -> Why end.

written(Expr) -> try erl_parse:tokens(Expr) catch error:Why -> Why end.
%% expect: a {error,{{1,1},erl_parse,["syntax error before: ",[]]}}
%% expect: a b. {error,{{1,3},erl_parse,["syntax error before: ","b"]}}
%% expect: . {error,{{1,1},erl_parse,["syntax error before: ","'.'"]}}
%% expect: 1 + . {error,{{1,5},erl_parse,["syntax error before: ","'.'"]}}
%% expect: case 'case' of end. {error,{{1,16},erl_parse,["syntax error before: ","'end'"]}}
%% expect: "abc" x. {error,{{1,7},erl_parse,["syntax error before: ","x"]}}
%% expect: f( 1.5 $a. {error,{{1,8},erl_parse,["syntax error before: ","$a"]}}
%% expect: foo 'a b'. {error,{{1,5},erl_parse,["syntax error before: ","'a b'"]}}
%% expect: foo Bar. {error,{{1,5},erl_parse,["syntax error before: ","Bar"]}}
%% expect: foo maybe. {error,{{1,5},erl_parse,["syntax error before: ","maybe"]}}
%% expect: foo "abc". {error,{{1,5},erl_parse,["syntax error before: ","\"abc\""]}}
%% expect: x 1.50. {error,{{1,3},erl_parse,["syntax error before: ","1.5"]}}
%% expect: x $\n. {error,{{1,3},erl_parse,["syntax error before: ","$\\n"]}}
%% expect: f(X) -> X. {error,{{1,6},erl_parse,["syntax error before: ","'->'"]}}
%% expect: f(X) -> X; g(Y) -> Y. {error,{{1,12},erl_parse,"head mismatch"}}
%% expect: f(X) -> X; f(Y,Z) -> Y. {error,{{1,12},erl_parse,"head mismatch"}}
%% expect: -module(foo). {ok,{attribute,{1,2},module,foo}}
%% expect: -foo(fun()->1 end). {error,{{1,6},erl_parse,"bad attribute"}}
%% expect: -record(a,{b,c=1,d::integer()}). {ok,{attribute,{1,2},record,{a,[{record_field,{1,12},{atom,{1,12},b}},{record_field,{1,14},{atom,{1,14},c},{integer,{1,16},1}},{typed_record_field,{record_field,{1,18},{atom,{1,18},d}},{type,{1,21},integer,[]}}]}}}
%% expect: -type a() :: b. {ok,{attribute,{1,2},type,{a,{atom,{1,14},b},[]}}}
%% expect: -spec f(A) -> B when A :: c. {ok,{attribute,{1,2},spec,{{f,1},[{type,{1,8},bounded_fun,[{type,{1,8},'fun',[{type,{1,8},product,[{var,{1,9},'A'}]},{var,{1,15},'B'}]},[{type,{1,22},constraint,[{atom,{1,22},is_subtype},[{var,{1,22},'A'},{atom,{1,27},c}]]}]]}]}}}
%% expect: -file("a",3). {ok,{attribute,{1,2},file,{"a",3}}}
%% expect: -import(a,[b/1]). {ok,{attribute,{1,2},import,{a,[{b,1}]}}}
%% expect: -spec(f). {error,{{1,8},erl_parse,["syntax error before: ","')'"]}}
%% expect: 1. {error,{{1,1},erl_parse,["syntax error before: ","1"]}}
%% expect: f. {error,{{1,2},erl_parse,["syntax error before: ","'.'"]}}
%% expect:  {error,{999999,erl_parse,["syntax error before: ",[]]}}
%% expect:  {error,{0,erl_parse,["syntax error before: ",[]]}}
%% expect: {a,[b|c],"s",<<1,2:4,"x">>,#{a=>1},-1,+2.0}. {ok,{a,[b|c],"s",<<1,39,8:4>>,#{a => 1},-1,2.0}}
%% expect: f(X). {error,{{1,1},erl_parse,"bad term"}}
%% expect: X. {error,{{1,1},erl_parse,"bad term"}}
%% expect: a,b. {error,{{1,3},erl_parse,"bad term"}}
%% expect: fun a:b/1. {ok,fun a:b/1}
%% expect: a b. {error,{{1,3},erl_parse,["syntax error before: ","b"]}}
%% expect: 1+2. {error,{{1,1},erl_parse,"bad term"}}
%% expect: - - 1. {error,{{1,1},erl_parse,"bad term"}}
%% expect: fun a/1. {error,{{1,1},erl_parse,"bad term"}}
%% expect: a:b:c. {error,{{1,4},erl_parse,["syntax error before: ","':'"]}}
%% expect: X = fun F() -> 1 end. {ok,[{match,{1,1},{var,{1,1},'X'},{named_fun,{1,5},'F',[{clause,{1,9},[],[],[{integer,{1,16},1}]}]}}]}
%% expect: #{a := 1}. {ok,[{map,{1,1},[{map_field_exact,{1,5},{atom,{1,3},a},{integer,{1,8},1}}]}]}
%% expect: fun a:B/2, fun x/3, fun X:Y/Z, ?A. {error,{{1,32},erl_parse,["syntax error before: ","'?'"]}}
%% expect: 1 = 2 = 3, a ! b ! c, not -1, <<X:8/integer-unit:3>>, << <<Y>> || <<Y>> <= Z >>, [X || X <- Y, Z]. {ok,[{match,{1,1},{integer,{1,1},1},{match,{1,5},{integer,{1,5},2},{integer,{1,9},3}}},{op,{1,14},'!',{atom,{1,12},a},{op,{1,18},'!',{atom,{1,16},b},{atom,{1,20},c}}},{op,{1,23},'not',{op,{1,27},'-',{integer,{1,28},1}}},{bin,{1,31},[{bin_element,{1,33},{var,{1,33},'X'},{integer,{1,35},8},[integer,{unit,3}]}]},{bc,{1,55},{bin,{1,58},[{bin_element,{1,60},{var,{1,60},'Y'},default,default}]},[{b_generate,{1,73},{bin,{1,67},[{bin_element,{1,69},{var,{1,69},'Y'},default,default}]},{var,{1,76},'Z'}}]},{lc,{1,82},{var,{1,83},'X'},[{generate,{1,90},{var,{1,88},'X'},{var,{1,93},'Y'}},{var,{1,96},'Z'}]}]}
%% expect: "a" "b" 'c'. {error,{{1,9},erl_parse,["syntax error before: ","c"]}}
%% expect: try a of b -> c catch d:e:F -> g; h -> i after j end. {ok,[{'try',{1,1},[{atom,{1,5},a}],[{clause,{1,10},[{atom,{1,10},b}],[],[{atom,{1,15},c}]}],[{clause,{1,23},[{tuple,{1,23},[{atom,{1,23},d},{atom,{1,25},e},{var,{1,27},'F'}]}],[],[{atom,{1,32},g}]},{clause,{1,35},[{tuple,{1,35},[{atom,{1,35},throw},{atom,{1,35},h},{var,{1,35},'_'}]}],[],[{atom,{1,40},i}]}],[{atom,{1,48},j}]}]}
%% expect: try a catch d:e:_ when x -> g end. {ok,[{'try',{1,1},[{atom,{1,5},a}],[],[{clause,{1,13},[{tuple,{1,13},[{atom,{1,13},d},{atom,{1,15},e},{var,{1,17},'_'}]}],[[{atom,{1,24},x}]],[{atom,{1,29},g}]}],[]}]}
%% expect: f() when a;b,c -> d. {ok,{function,{1,1},f,0,[{clause,{1,1},[],[[{atom,{1,10},a}],[{atom,{1,12},b},{atom,{1,14},c}]],[{atom,{1,19},d}]}]}}
%% expect: -callback a(b) -> c; (d) -> e. {ok,{attribute,{1,2},callback,{{a,1},[{type,{1,12},'fun',[{type,{1,12},product,[{atom,{1,13},b}]},{atom,{1,19},c}]},{type,{1,22},'fun',[{type,{1,22},product,[{atom,{1,23},d}]},{atom,{1,29},e}]}]}}}
%% expect: #r{a=1,_=2}#r.b, X#r{}, #r.a. {ok,[{record_field,{1,12},{record,{1,1},r,[{record_field,{1,4},{atom,{1,4},a},{integer,{1,6},1}},{record_field,{1,8},{var,{1,8},'_'},{integer,{1,10},2}}]},r,{atom,{1,15},b}},{record,{1,19},{var,{1,18},'X'},r,[]},{record_index,{1,25},r,{atom,{1,28},a}}]}
%% expect: maybe a ?= b else c -> d end. {error,{{1,7},erl_parse,["syntax error before: ","a"]}}
%% expect: receive after 1 -> b end. {ok,[{'receive',{1,1},[],{integer,{1,15},1},[{atom,{1,20},b}]}]}
%% expect: -spec foo:bar(a) -> (b). {ok,{attribute,{1,2},spec,{{foo,bar,1},[{type,{1,14},'fun',[{type,{1,14},product,[{atom,{1,15},a}]},{atom,{1,22},b}]}]}}}
%% expect: -opaque x(A,B) :: {A,B,#{a:=b,c=>d},#r{x::y},fun(),fun((...)->a),fun((a)->b),<<_:8,_:_*8>>,[],[a],[a,...],1..2,-1,a|b, X :: y, m:t(a), tuple(), map(), $a}. {ok,{attribute,{1,2},opaque,{x,{type,{1,19},tuple,[{var,{1,20},'A'},{var,{1,22},'B'},{type,{1,24},map,[{type,{1,27},map_field_exact,[{atom,{1,26},a},{atom,{1,29},b}]},{type,{1,32},map_field_assoc,[{atom,{1,31},c},{atom,{1,34},d}]}]},{type,{1,37},record,[{atom,{1,38},r},{type,{1,40},field_type,[{atom,{1,40},x},{atom,{1,43},y}]}]},{type,{1,46},'fun',[]},{type,{1,56},'fun',[{type,{1,56},any},{atom,{1,63},a}]},{type,{1,70},'fun',[{type,{1,70},product,[{atom,{1,71},a}]},{atom,{1,75},b}]},{type,{1,78},binary,[{integer,{1,82},8},{integer,{1,88},8}]},{type,{1,92},nil,[]},{type,{1,95},list,[{atom,{1,96},a}]},{type,{1,99},nonempty_list,[{atom,{1,100},a}]},{type,{1,107},range,[{integer,{1,107},1},{integer,{1,110},2}]},{op,{1,112},'-',{integer,{1,113},1}},{type,{1,115},union,[{atom,{1,115},a},{atom,{1,117},b}]},{ann_type,{1,120},[{var,{1,120},'X'},{atom,{1,125},y}]},{remote_type,{1,128},[{atom,{1,128},m},{atom,{1,130},t},[{atom,{1,132},a}]]},{type,{1,136},tuple,any},{type,{1,145},map,any},{char,{1,152},97}]},[{var,{1,11},'A'},{var,{1,13},'B'}]}}}
%% expect: -compile({a,[b,"c",1.0,-1,#{a=>b}]}). {ok,{attribute,{1,2},compile,{a,[b,"c",1.0,-1,#{a => b}]}}}
%% expect: f(a) -> b end. {error,{{1,11},erl_parse,["syntax error before: ","'end'"]}}
%% expect: a end {error,{{1,3},erl_parse,["syntax error before: ","'end'"]}}
%% expect: a, {error,{{1,2},erl_parse,["syntax error before: ",[]]}}
%% expect: {integer,0,1}
%% expect: {integer,0,-1}
%% expect: {float,0,1.5}
%% expect: {atom,0,a}
%% expect: {nil,0}
%% expect: {string,0,"abc"}
%% expect: {string,0,[1,2]}
%% expect: {cons,0,{atom,0,a},{cons,0,{atom,0,b},{atom,0,c}}}
%% expect: {tuple,0,[]}
%% expect: {tuple,0,[{atom,0,a},{string,0,"b"}]}
%% expect: {bin,0,[]}
%% expect: {bin,0,[{bin_element,0,{integer,0,97},default,default},{bin_element,0,{integer,0,98},default,default},{bin_element,0,{integer,0,99},default,default}]}
%% expect: {bin,0,[{bin_element,0,{integer,0,1},{integer,0,3},default}]}
%% expect: {bin,0,[{bin_element,0,{integer,0,1},default,default},{bin_element,0,{integer,0,2},{integer,0,3},default}]}
%% expect: {map,0,[{map_field_assoc,0,{integer,0,1},{integer,0,2}},{map_field_assoc,0,{atom,0,a},{string,0,"b"}}]}
%% expect: {'fun',0,{function,{atom,0,lists},{atom,0,map},{integer,0,2}}}
%% expect: {cons,0,{atom,0,a},{string,0,"b"}}
%% expect: {cons,0,{integer,0,-1},{nil,0}}
%% expect: {cons,0,{string,0,"a"},{string,0,"b"}}
%% expect: {cons,3,{string,3,"ab"},{cons,3,{integer,3,1000},{cons,3,{bin,3,[{bin_element,3,{integer,3,97},default,default}]},{nil,3}}}}
%% expect: {cons,{3,4},{string,{3,4},"ab"},{cons,{3,4},{integer,{3,4},1000},{cons,{3,4},{bin,{3,4},[{bin_element,{3,4},{integer,{3,4},97},default,default}]},{nil,{3,4}}}}}
%% expect: {cons,5,{string,5,"ab"},{cons,5,{integer,5,1000},{cons,5,{bin,5,[{bin_element,5,{integer,5,97},default,default}]},{nil,5}}}}
%% expect: {cons,0,{cons,0,{integer,0,97},{cons,0,{integer,0,98},{nil,0}}},{cons,0,{integer,0,1000},{cons,0,{bin,0,[{bin_element,0,{integer,0,97},default,default}]},{nil,0}}}}
%% expect: {cons,7,{string,7,"ab"},{cons,7,{integer,7,1000},{cons,7,{bin,7,[{bin_element,7,{integer,7,97},default,default}]},{nil,7}}}}
%% expect: 1. {1,[{integer,{1,1},1}]}
%% expect: -1. {-1,function_clause}
%% expect: - 1.5. {-1.5,function_clause}
%% expect: $a. {97,[{char,{1,1},97}]}
%% expect: [a|b]. {[a|b],[{'[',{1,1}},{atom,{1,2},a},{'|',{1,4}},{atom,{1,4},b},{']',{1,4}}]}
%% expect: {a,"b"}. {{a,"b"},[{'{',{1,1}},{atom,{1,2},a},{',',{1,2}},{string,{1,4},"b"},{'}',{1,4}}]}
%% expect: #{a=>b}. {#{a => b},[{'#',{1,1}},{'{',{1,1}},{atom,{1,3},a},{'=>',{1,4}},{atom,{1,6},b},{'}',{1,4}}]}
%% expect: a+b. {badarg,function_clause}
%% expect: X. {badarg,[{var,{1,1},'X'}]}
%% expect: fun a:b/1. {fun a:b/1,function_clause}
%% expect: [X]. {badarg,[{'[',{1,1}},{var,{1,2},'X'},{']',{1,3}}]}
%% expect: <<"a":16>>. {<<0,97>>,function_clause}
%% expect: <<1,2:3,"abc",4/little>>. {<<1,76,44,76,96,4:3>>,function_clause}
%% expect: [1,2|[3]]. {[1,2,3],[{'[',{1,1}},{integer,{1,2},1},{',',{1,4}},{integer,{1,4},2},{',',{1,6}},{integer,{1,7},3},{']',{1,8}}]}
%% expect: <<1.0/float>>. {<<63,240,0,0,0,0,0,0>>,function_clause}
%% expect: {function,1,f,1,[{clause,1,[{var,1,'X'}],[[{op,1,'>',{var,1,'X'},{integer,1,1}}]],[{bin,1,[{bin_element,1,{var,1,'X'},{integer,1,8},[integer,{unit,1}]}]},{'fun',1,{function,f,1}},{'fun',1,{function,{atom,1,a},{atom,1,b},{integer,1,1}}},{'fun',1,{clauses,[{clause,1,[],[],[{integer,1,1}]}]}},{'try',1,[{atom,1,a}],[],[{clause,1,[{tuple,1,[{atom,1,throw},{atom,1,b},{var,1,'_'}]}],[],[{atom,1,c}]}],[]},{record,1,r,[{record_field,1,{atom,1,a},{integer,1,1}}]},{lc,1,{var,1,'X'},[{generate,1,{var,1,'X'},{var,1,'X'}}]},{string,1,"s"},{char,1,99},{map,1,[{map_field_assoc,1,{atom,1,a},{atom,1,b}}]}]}]}
%% expect: {{function,0,f,1,[{clause,1,[{var,2,'X'}],[[{op,3,'>',{var,4,'X'},{integer,5,1}}]],[{bin,6,[{bin_element,7,{var,8,'X'},{integer,9,8},[integer,{unit,1}]}]},{'fun',10,{function,f,1}},{'fun',11,{function,{atom,12,a},{atom,13,b},{integer,14,1}}},{'fun',15,{clauses,[{clause,16,[],[],[{integer,17,1}]}]}},{'try',18,[{atom,19,a}],[],[{clause,20,[{tuple,21,[{atom,22,throw},{atom,23,b},{var,24,'_'}]}],[],[{atom,25,c}]}],[]},{record,26,r,[{record_field,27,{atom,28,a},{integer,29,1}}]},{lc,30,{var,31,'X'},[{generate,32,{var,33,'X'},{var,34,'X'}}]},{string,35,"s"},{char,36,99},{map,37,[{map_field_assoc,38,{atom,39,a},{atom,40,b}}]}]}]},41}
%% expect: [{1,138},{1,135},{1,136},{1,133},{1,129},{1,124},{1,120},{1,117},{1,118},{1,114},{1,113},{1,109},{1,107},{1,107},{1,104},{1,97},{1,92},{1,92},{1,92},{1,92},{1,92},{1,84},{1,80},{1,73},{1,67},{1,64},{1,61},{1,59},{1,57},{1,53},{1,44},{1,24},{1,22},{1,22},{1,20},{1,15},{1,11},{1,13},{1,3},{1,1},{1,1}]
