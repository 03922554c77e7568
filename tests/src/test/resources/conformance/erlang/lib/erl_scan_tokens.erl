%% Tokens of texts with and without columns, with white space and text kept, in one go and piece by piece.
-module(erl_scan_tokens).
-export([main/0]).

main() ->
    Texts = ["foo",
             "foo.",
             "foo. ",
             "X = 1",
             "\"abc",
             "'abc",
             "$",
             "$\\",
             "1.5e",
             "1.5e400",
             "16#zz",
             "40#1",
             "1_000",
             "1__0",
             "0x12",
             "a.b",
             "...",
             "..",
             "a..b",
             "%c\nfoo. bar.",
             "\"a\\",
             "\"\\x{110000}\"",
             "\"\\xz\"",
             "'a\\x{zz}'",
             "é",
             "\x{2022}",
             "\"\x{2022}\"",
             "<<\"a\">>",
             "->",
             "=<",
             "=>",
             ":=",
             "?=",
             "??",
             "|| |",
             "<- <=",
             "<<",
             "fun maybe",
             "1.0",
             "1.",
             "1.a",
             "1#0",
             "0#1",
             "2#12",
             "16#",
             "10#",
             "$a$b",
             "$\n",
             "$\\n",
             "$\\x{41}",
             "a\x{0}b",
             "\x{ff}",
             "$\\^a",
             "\"\\^a\"",
             "\"\\400\"",
             "'\\377'",
             "foo@bar",
             "_",
             "Abc_@1",
             "@",
             "~",
             "`",
             "1.5",
             "1_0.5_0e1_0",
             "1.5e+3",
             "1.5E-3",
             "1.5e+",
             "\"a\nb\" c",
             "$\\\n",
             "''",
             "'" ++ lists:duplicate(256,$a) ++ "'", lists:duplicate(256,$a), "a%b",
             "16#_1",
             "16#1_",
             "1_",
             "36#zZ",
             "37#1","1#",
             "\"a\\x{}\"",
             "\"\\x{d800}\"", [$$,16#d800],"$\\x{d800}",[$",16#d800,$"],[39,16#d800,39], "\"\"",
             "-1",
             "#r{}",
             "!",
             "a.\n",
             "a.%c\nb",
             "\u00a0a",
             "$ ",
             "$'",
             "1e5",
             "..a",
             ". ",
             ".",
             "a .b",
             "\\",
             "\"\\",
             "\"a\"\"b\""],
    [io:format("~w ~0p~n", [T, erl_scan:string(T)]) || T <- Texts],
    [io:format("~0p~n", [erl_scan:string(T, {1, 1}, O)])
        || T <- Texts, length(T) < 30, O <- [[], [return, text], return_white_spaces, [text]]],
    Spaces = ["a\n\n  \t b", "\n   \n\n\t\t\n", "  \n  a", "\r\n  a\r\n", "a. \n\n  ", "%c1\n  %c2",
              "\n" ++ lists:duplicate(20, $\s) ++ "a", lists:duplicate(20, $\t) ++ "a"],
    [io:format("~0p~n", [erl_scan:string(T, 1, [return])]) || T <- Spaces],
    [pieces([], Pieces, 1) || Pieces <- [["a", "bc. ", "d", ".\n"], ["a. b. c"], [" "], ["1.", "5. "], ["\"a", "b\". "],
                                         ["16#zz a b. c. "], ["'a"], ["$", "a. "], ["%", "x\n", "a.\n"], [".", "\n"],
                                         ["\"\\x{110000}\" a. "], ["1"], ["a.%c"]]],
    [io:format("~ts~n", [erl_scan:format_error(E)])
        || E <- [{illegal, character}, {illegal, integer}, {base, 40}, char, {string, $", "abc"}, {string, $', "x"}]],
    {ok, [Token | _], _} = erl_scan:string("foo", {3, 4}, [text]),
    io:format("~0p~n", [[erl_scan:F(Token) || F <- [column, end_location, line, location, text, symbol, category]]]),
    io:format("~0p~n", [[erl_scan:reserved_word(W) || W <- ['after', maybe, 'cond', foo, else]]]).

pieces(Continuation, [], Place) -> io:format("eof ~0p~n", [erl_scan:tokens(Continuation, eof, Place)]);
pieces(Continuation, [Piece | Rest], Place) ->
    case erl_scan:tokens(Continuation, Piece, Place) of
        {done, Result, Left} ->
            io:format("~0p ~0p~n", [Result, Left]),
            pieces([], [Left | Rest], Place);
        {more, Next} when Rest =/= [] -> pieces(Next, Rest, Place);
        {more, Next} -> pieces(Next, [], Place)
    end.
%% expect: [102,111,111] {ok,[{atom,1,foo}],1}
%% expect: [102,111,111,46] {ok,[{atom,1,foo},{dot,1}],1}
%% expect: [102,111,111,46,32] {ok,[{atom,1,foo},{dot,1}],1}
%% expect: [88,32,61,32,49] {ok,[{var,1,'X'},{'=',1},{integer,1,1}],1}
%% expect: [34,97,98,99] {error,{1,erl_scan,{string,34,"abc"}},1}
%% expect: [39,97,98,99] {error,{1,erl_scan,{string,39,"abc"}},1}
%% expect: [36] {error,{1,erl_scan,char},1}
%% expect: [36,92] {error,{1,erl_scan,char},1}
%% expect: [49,46,53,101] {error,{1,erl_scan,{illegal,float}},1}
%% expect: [49,46,53,101,52,48,48] {error,{1,erl_scan,{illegal,float}},1}
%% expect: [49,54,35,122,122] {error,{1,erl_scan,{illegal,integer}},1}
%% expect: [52,48,35,49] {error,{1,erl_scan,{base,40}},1}
%% expect: [49,95,48,48,48] {ok,[{integer,1,1000}],1}
%% expect: [49,95,95,48] {ok,[{integer,1,1},{var,1,'__0'}],1}
%% expect: [48,120,49,50] {ok,[{integer,1,0},{atom,1,x12}],1}
%% expect: [97,46,98] {ok,[{atom,1,a},{'.',1},{atom,1,b}],1}
%% expect: [46,46,46] {ok,[{'...',1}],1}
%% expect: [46,46] {ok,[{'..',1}],1}
%% expect: [97,46,46,98] {ok,[{atom,1,a},{'..',1},{atom,1,b}],1}
%% expect: [37,99,10,102,111,111,46,32,98,97,114,46] {ok,[{atom,2,foo},{dot,2},{atom,2,bar},{dot,2}],2}
%% expect: [34,97,92] {error,{1,erl_scan,{string,34,"a"}},1}
%% expect: [34,92,120,123,49,49,48,48,48,48,125,34] {error,{1,erl_scan,{illegal,character}},1}
%% expect: [34,92,120,122,34] {error,{1,erl_scan,{illegal,character}},1}
%% expect: [39,97,92,120,123,122,122,125,39] {error,{1,erl_scan,{illegal,character}},1}
%% expect: [233] {ok,[{atom,1,é}],1}
%% expect: [8226] {error,{1,erl_scan,{illegal,character}},1}
%% expect: [34,8226,34] {ok,[{string,1,[8226]}],1}
%% expect: [60,60,34,97,34,62,62] {ok,[{'<<',1},{string,1,"a"},{'>>',1}],1}
%% expect: [45,62] {ok,[{'->',1}],1}
%% expect: [61,60] {ok,[{'=<',1}],1}
%% expect: [61,62] {ok,[{'=>',1}],1}
%% expect: [58,61] {ok,[{':=',1}],1}
%% expect: [63,61] {ok,[{'?=',1}],1}
%% expect: [63,63] {ok,[{'?',1},{'?',1}],1}
%% expect: [124,124,32,124] {ok,[{'||',1},{'|',1}],1}
%% expect: [60,45,32,60,61] {ok,[{'<-',1},{'<=',1}],1}
%% expect: [60,60] {ok,[{'<<',1}],1}
%% expect: [102,117,110,32,109,97,121,98,101] {ok,[{'fun',1},{atom,1,maybe}],1}
%% expect: [49,46,48] {ok,[{float,1,1.0}],1}
%% expect: [49,46] {ok,[{integer,1,1},{dot,1}],1}
%% expect: [49,46,97] {ok,[{integer,1,1},{'.',1},{atom,1,a}],1}
%% expect: [49,35,48] {error,{1,erl_scan,{base,1}},1}
%% expect: [48,35,49] {error,{1,erl_scan,{base,0}},1}
%% expect: [50,35,49,50] {ok,[{integer,1,1},{integer,1,2}],1}
%% expect: [49,54,35] {error,{1,erl_scan,{illegal,integer}},1}
%% expect: [49,48,35] {error,{1,erl_scan,{illegal,integer}},1}
%% expect: [36,97,36,98] {ok,[{char,1,97},{char,1,98}],1}
%% expect: [36,10] {ok,[{char,1,10}],2}
%% expect: [36,92,110] {ok,[{char,1,10}],1}
%% expect: [36,92,120,123,52,49,125] {ok,[{char,1,65}],1}
%% expect: [97,0,98] {ok,[{atom,1,a},{atom,1,b}],1}
%% expect: [255] {ok,[{atom,1,ÿ}],1}
%% expect: [36,92,94,97] {ok,[{char,1,1}],1}
%% expect: [34,92,94,97,34] {ok,[{string,1,[1]}],1}
%% expect: [34,92,52,48,48,34] {ok,[{string,1,[256]}],1}
%% expect: [39,92,51,55,55,39] {ok,[{atom,1,ÿ}],1}
%% expect: [102,111,111,64,98,97,114] {ok,[{atom,1,foo@bar}],1}
%% expect: [95] {ok,[{var,1,'_'}],1}
%% expect: [65,98,99,95,64,49] {ok,[{var,1,'Abc_@1'}],1}
%% expect: [64] {ok,[{'@',1}],1}
%% expect: [126] {ok,[{'~',1}],1}
%% expect: [96] {ok,[{'`',1}],1}
%% expect: [49,46,53] {ok,[{float,1,1.5}],1}
%% expect: [49,95,48,46,53,95,48,101,49,95,48] {ok,[{float,1,1.05e11}],1}
%% expect: [49,46,53,101,43,51] {ok,[{float,1,1.5e3}],1}
%% expect: [49,46,53,69,45,51] {ok,[{float,1,0.0015}],1}
%% expect: [49,46,53,101,43] {error,{1,erl_scan,{illegal,float}},1}
%% expect: [34,97,10,98,34,32,99] {ok,[{string,1,"a\nb"},{atom,2,c}],2}
%% expect: [36,92,10] {ok,[{char,1,10}],2}
%% expect: [39,39] {ok,[{atom,1,''}],1}
%% expect: [39,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,39] {error,{1,erl_scan,{illegal,atom}},1}
%% expect: [97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97,97] {error,{1,erl_scan,{illegal,atom}},1}
%% expect: [97,37,98] {ok,[{atom,1,a}],1}
%% expect: [49,54,35,95,49] {error,{1,erl_scan,{illegal,integer}},1}
%% expect: [49,54,35,49,95] {ok,[{integer,1,1},{var,1,'_'}],1}
%% expect: [49,95] {ok,[{integer,1,1},{var,1,'_'}],1}
%% expect: [51,54,35,122,90] {ok,[{integer,1,1295}],1}
%% expect: [51,55,35,49] {error,{1,erl_scan,{base,37}},1}
%% expect: [49,35] {error,{1,erl_scan,{base,1}},1}
%% expect: [34,97,92,120,123,125,34] {error,{1,erl_scan,{illegal,character}},1}
%% expect: [34,92,120,123,100,56,48,48,125,34] {error,{1,erl_scan,{illegal,character}},1}
%% expect: [36,55296] {error,{1,erl_scan,{illegal,character}},1}
%% expect: [36,92,120,123,100,56,48,48,125] {error,{1,erl_scan,{illegal,character}},1}
%% expect: [34,55296,34] {error,{1,erl_scan,{illegal,character}},1}
%% expect: [39,55296,39] {error,{1,erl_scan,{illegal,character}},1}
%% expect: [34,34] {ok,[{string,1,[]}],1}
%% expect: [45,49] {ok,[{'-',1},{integer,1,1}],1}
%% expect: [35,114,123,125] {ok,[{'#',1},{atom,1,r},{'{',1},{'}',1}],1}
%% expect: [33] {ok,[{'!',1}],1}
%% expect: [97,46,10] {ok,[{atom,1,a},{dot,1}],2}
%% expect: [97,46,37,99,10,98] {ok,[{atom,1,a},{dot,1},{atom,2,b}],2}
%% expect: [117,48,48,97,48,97] {ok,[{atom,1,u00a0a}],1}
%% expect: [36,32] {ok,[{char,1,32}],1}
%% expect: [36,39] {ok,[{char,1,39}],1}
%% expect: [49,101,53] {ok,[{integer,1,1},{atom,1,e5}],1}
%% expect: [46,46,97] {ok,[{'..',1},{atom,1,a}],1}
%% expect: [46,32] {ok,[{dot,1}],1}
%% expect: [46] {ok,[{dot,1}],1}
%% expect: [97,32,46,98] {ok,[{atom,1,a},{'.',1},{atom,1,b}],1}
%% expect: [92] {ok,[{'\\',1}],1}
%% expect: [34,92] {error,{1,erl_scan,{string,34,[]}},1}
%% expect: [34,97,34,34,98,34] {ok,[{string,1,"a"},{string,1,"b"}],1}
%% expect: {ok,[{atom,{1,1},foo}],{1,4}}
%% expect: {ok,[{atom,[{text,"foo"},{location,{1,1}}],foo}],{1,4}}
%% expect: {ok,[{atom,{1,1},foo}],{1,4}}
%% expect: {ok,[{atom,[{text,"foo"},{location,{1,1}}],foo}],{1,4}}
%% expect: {ok,[{atom,{1,1},foo},{dot,{1,4}}],{1,5}}
%% expect: {ok,[{atom,[{text,"foo"},{location,{1,1}}],foo},{dot,[{text,"."},{location,{1,4}}]}],{1,5}}
%% expect: {ok,[{atom,{1,1},foo},{dot,{1,4}}],{1,5}}
%% expect: {ok,[{atom,[{text,"foo"},{location,{1,1}}],foo},{dot,[{text,"."},{location,{1,4}}]}],{1,5}}
%% expect: {ok,[{atom,{1,1},foo},{dot,{1,4}}],{1,6}}
%% expect: {ok,[{atom,[{text,"foo"},{location,{1,1}}],foo},{dot,[{text,". "},{location,{1,4}}]}],{1,6}}
%% expect: {ok,[{atom,{1,1},foo},{dot,{1,4}}],{1,6}}
%% expect: {ok,[{atom,[{text,"foo"},{location,{1,1}}],foo},{dot,[{text,". "},{location,{1,4}}]}],{1,6}}
%% expect: {ok,[{var,{1,1},'X'},{'=',{1,3}},{integer,{1,5},1}],{1,6}}
%% expect: {ok,[{var,[{text,"X"},{location,{1,1}}],'X'},{white_space,[{text," "},{location,{1,2}}]," "},{'=',[{text,"="},{location,{1,3}}]},{white_space,[{text," "},{location,{1,4}}]," "},{integer,[{text,"1"},{location,{1,5}}],1}],{1,6}}
%% expect: {ok,[{var,{1,1},'X'},{white_space,{1,2}," "},{'=',{1,3}},{white_space,{1,4}," "},{integer,{1,5},1}],{1,6}}
%% expect: {ok,[{var,[{text,"X"},{location,{1,1}}],'X'},{'=',[{text,"="},{location,{1,3}}]},{integer,[{text,"1"},{location,{1,5}}],1}],{1,6}}
%% expect: {error,{{1,1},erl_scan,{string,34,"abc"}},{1,5}}
%% expect: {error,{{1,1},erl_scan,{string,34,"abc"}},{1,5}}
%% expect: {error,{{1,1},erl_scan,{string,34,"abc"}},{1,5}}
%% expect: {error,{{1,1},erl_scan,{string,34,"abc"}},{1,5}}
%% expect: {error,{{1,1},erl_scan,{string,39,"abc"}},{1,5}}
%% expect: {error,{{1,1},erl_scan,{string,39,"abc"}},{1,5}}
%% expect: {error,{{1,1},erl_scan,{string,39,"abc"}},{1,5}}
%% expect: {error,{{1,1},erl_scan,{string,39,"abc"}},{1,5}}
%% expect: {error,{{1,1},erl_scan,char},{1,2}}
%% expect: {error,{{1,1},erl_scan,char},{1,2}}
%% expect: {error,{{1,1},erl_scan,char},{1,2}}
%% expect: {error,{{1,1},erl_scan,char},{1,2}}
%% expect: {error,{{1,1},erl_scan,char},{1,3}}
%% expect: {error,{{1,1},erl_scan,char},{1,3}}
%% expect: {error,{{1,1},erl_scan,char},{1,3}}
%% expect: {error,{{1,1},erl_scan,char},{1,3}}
%% expect: {error,{{1,1},erl_scan,{illegal,float}},{1,5}}
%% expect: {error,{{1,1},erl_scan,{illegal,float}},{1,5}}
%% expect: {error,{{1,1},erl_scan,{illegal,float}},{1,5}}
%% expect: {error,{{1,1},erl_scan,{illegal,float}},{1,5}}
%% expect: {error,{{1,1},erl_scan,{illegal,float}},{1,8}}
%% expect: {error,{{1,1},erl_scan,{illegal,float}},{1,8}}
%% expect: {error,{{1,1},erl_scan,{illegal,float}},{1,8}}
%% expect: {error,{{1,1},erl_scan,{illegal,float}},{1,8}}
%% expect: {error,{{1,1},erl_scan,{illegal,integer}},{1,4}}
%% expect: {error,{{1,1},erl_scan,{illegal,integer}},{1,4}}
%% expect: {error,{{1,1},erl_scan,{illegal,integer}},{1,4}}
%% expect: {error,{{1,1},erl_scan,{illegal,integer}},{1,4}}
%% expect: {error,{{1,1},erl_scan,{base,40}},{1,3}}
%% expect: {error,{{1,1},erl_scan,{base,40}},{1,3}}
%% expect: {error,{{1,1},erl_scan,{base,40}},{1,3}}
%% expect: {error,{{1,1},erl_scan,{base,40}},{1,3}}
%% expect: {ok,[{integer,{1,1},1000}],{1,6}}
%% expect: {ok,[{integer,[{text,"1_000"},{location,{1,1}}],1000}],{1,6}}
%% expect: {ok,[{integer,{1,1},1000}],{1,6}}
%% expect: {ok,[{integer,[{text,"1_000"},{location,{1,1}}],1000}],{1,6}}
%% expect: {ok,[{integer,{1,1},1},{var,{1,2},'__0'}],{1,5}}
%% expect: {ok,[{integer,[{text,"1"},{location,{1,1}}],1},{var,[{text,"__0"},{location,{1,2}}],'__0'}],{1,5}}
%% expect: {ok,[{integer,{1,1},1},{var,{1,2},'__0'}],{1,5}}
%% expect: {ok,[{integer,[{text,"1"},{location,{1,1}}],1},{var,[{text,"__0"},{location,{1,2}}],'__0'}],{1,5}}
%% expect: {ok,[{integer,{1,1},0},{atom,{1,2},x12}],{1,5}}
%% expect: {ok,[{integer,[{text,"0"},{location,{1,1}}],0},{atom,[{text,"x12"},{location,{1,2}}],x12}],{1,5}}
%% expect: {ok,[{integer,{1,1},0},{atom,{1,2},x12}],{1,5}}
%% expect: {ok,[{integer,[{text,"0"},{location,{1,1}}],0},{atom,[{text,"x12"},{location,{1,2}}],x12}],{1,5}}
%% expect: {ok,[{atom,{1,1},a},{'.',{1,2}},{atom,{1,3},b}],{1,4}}
%% expect: {ok,[{atom,[{text,"a"},{location,{1,1}}],a},{'.',[{text,"."},{location,{1,2}}]},{atom,[{text,"b"},{location,{1,3}}],b}],{1,4}}
%% expect: {ok,[{atom,{1,1},a},{'.',{1,2}},{atom,{1,3},b}],{1,4}}
%% expect: {ok,[{atom,[{text,"a"},{location,{1,1}}],a},{'.',[{text,"."},{location,{1,2}}]},{atom,[{text,"b"},{location,{1,3}}],b}],{1,4}}
%% expect: {ok,[{'...',{1,1}}],{1,4}}
%% expect: {ok,[{'...',[{text,"..."},{location,{1,1}}]}],{1,4}}
%% expect: {ok,[{'...',{1,1}}],{1,4}}
%% expect: {ok,[{'...',[{text,"..."},{location,{1,1}}]}],{1,4}}
%% expect: {ok,[{'..',{1,1}}],{1,3}}
%% expect: {ok,[{'..',[{text,".."},{location,{1,1}}]}],{1,3}}
%% expect: {ok,[{'..',{1,1}}],{1,3}}
%% expect: {ok,[{'..',[{text,".."},{location,{1,1}}]}],{1,3}}
%% expect: {ok,[{atom,{1,1},a},{'..',{1,2}},{atom,{1,4},b}],{1,5}}
%% expect: {ok,[{atom,[{text,"a"},{location,{1,1}}],a},{'..',[{text,".."},{location,{1,2}}]},{atom,[{text,"b"},{location,{1,4}}],b}],{1,5}}
%% expect: {ok,[{atom,{1,1},a},{'..',{1,2}},{atom,{1,4},b}],{1,5}}
%% expect: {ok,[{atom,[{text,"a"},{location,{1,1}}],a},{'..',[{text,".."},{location,{1,2}}]},{atom,[{text,"b"},{location,{1,4}}],b}],{1,5}}
%% expect: {ok,[{atom,{2,1},foo},{dot,{2,4}},{atom,{2,6},bar},{dot,{2,9}}],{2,10}}
%% expect: {ok,[{comment,[{text,"%c"},{location,{1,1}}],"%c"},{white_space,[{text,"\n"},{location,{1,3}}],"\n"},{atom,[{text,"foo"},{location,{2,1}}],foo},{dot,[{text,". "},{location,{2,4}}]},{atom,[{text,"bar"},{location,{2,6}}],bar},{dot,[{text,"."},{location,{2,9}}]}],{2,10}}
%% expect: {ok,[{white_space,{1,3},"\n"},{atom,{2,1},foo},{dot,{2,4}},{atom,{2,6},bar},{dot,{2,9}}],{2,10}}
%% expect: {ok,[{atom,[{text,"foo"},{location,{2,1}}],foo},{dot,[{text,". "},{location,{2,4}}]},{atom,[{text,"bar"},{location,{2,6}}],bar},{dot,[{text,"."},{location,{2,9}}]}],{2,10}}
%% expect: {error,{{1,1},erl_scan,{string,34,"a"}},{1,4}}
%% expect: {error,{{1,1},erl_scan,{string,34,"a"}},{1,4}}
%% expect: {error,{{1,1},erl_scan,{string,34,"a"}},{1,4}}
%% expect: {error,{{1,1},erl_scan,{string,34,"a"}},{1,4}}
%% expect: {error,{{1,2},erl_scan,{illegal,character}},{1,12}}
%% expect: {error,{{1,2},erl_scan,{illegal,character}},{1,12}}
%% expect: {error,{{1,2},erl_scan,{illegal,character}},{1,12}}
%% expect: {error,{{1,2},erl_scan,{illegal,character}},{1,12}}
%% expect: {error,{{1,2},erl_scan,{illegal,character}},{1,4}}
%% expect: {error,{{1,2},erl_scan,{illegal,character}},{1,4}}
%% expect: {error,{{1,2},erl_scan,{illegal,character}},{1,4}}
%% expect: {error,{{1,2},erl_scan,{illegal,character}},{1,4}}
%% expect: {error,{{1,3},erl_scan,{illegal,character}},{1,6}}
%% expect: {error,{{1,3},erl_scan,{illegal,character}},{1,6}}
%% expect: {error,{{1,3},erl_scan,{illegal,character}},{1,6}}
%% expect: {error,{{1,3},erl_scan,{illegal,character}},{1,6}}
%% expect: {ok,[{atom,{1,1},é}],{1,2}}
%% expect: {ok,[{atom,[{text,"é"},{location,{1,1}}],é}],{1,2}}
%% expect: {ok,[{atom,{1,1},é}],{1,2}}
%% expect: {ok,[{atom,[{text,"é"},{location,{1,1}}],é}],{1,2}}
%% expect: {error,{{1,1},erl_scan,{illegal,character}},{1,2}}
%% expect: {error,{{1,1},erl_scan,{illegal,character}},{1,2}}
%% expect: {error,{{1,1},erl_scan,{illegal,character}},{1,2}}
%% expect: {error,{{1,1},erl_scan,{illegal,character}},{1,2}}
%% expect: {ok,[{string,{1,1},[8226]}],{1,4}}
%% expect: {ok,[{string,[{text,[34,8226,34]},{location,{1,1}}],[8226]}],{1,4}}
%% expect: {ok,[{string,{1,1},[8226]}],{1,4}}
%% expect: {ok,[{string,[{text,[34,8226,34]},{location,{1,1}}],[8226]}],{1,4}}
%% expect: {ok,[{'<<',{1,1}},{string,{1,3},"a"},{'>>',{1,6}}],{1,8}}
%% expect: {ok,[{'<<',[{text,"<<"},{location,{1,1}}]},{string,[{text,"\"a\""},{location,{1,3}}],"a"},{'>>',[{text,">>"},{location,{1,6}}]}],{1,8}}
%% expect: {ok,[{'<<',{1,1}},{string,{1,3},"a"},{'>>',{1,6}}],{1,8}}
%% expect: {ok,[{'<<',[{text,"<<"},{location,{1,1}}]},{string,[{text,"\"a\""},{location,{1,3}}],"a"},{'>>',[{text,">>"},{location,{1,6}}]}],{1,8}}
%% expect: {ok,[{'->',{1,1}}],{1,3}}
%% expect: {ok,[{'->',[{text,"->"},{location,{1,1}}]}],{1,3}}
%% expect: {ok,[{'->',{1,1}}],{1,3}}
%% expect: {ok,[{'->',[{text,"->"},{location,{1,1}}]}],{1,3}}
%% expect: {ok,[{'=<',{1,1}}],{1,3}}
%% expect: {ok,[{'=<',[{text,"=<"},{location,{1,1}}]}],{1,3}}
%% expect: {ok,[{'=<',{1,1}}],{1,3}}
%% expect: {ok,[{'=<',[{text,"=<"},{location,{1,1}}]}],{1,3}}
%% expect: {ok,[{'=>',{1,1}}],{1,3}}
%% expect: {ok,[{'=>',[{text,"=>"},{location,{1,1}}]}],{1,3}}
%% expect: {ok,[{'=>',{1,1}}],{1,3}}
%% expect: {ok,[{'=>',[{text,"=>"},{location,{1,1}}]}],{1,3}}
%% expect: {ok,[{':=',{1,1}}],{1,3}}
%% expect: {ok,[{':=',[{text,":="},{location,{1,1}}]}],{1,3}}
%% expect: {ok,[{':=',{1,1}}],{1,3}}
%% expect: {ok,[{':=',[{text,":="},{location,{1,1}}]}],{1,3}}
%% expect: {ok,[{'?=',{1,1}}],{1,3}}
%% expect: {ok,[{'?=',[{text,"?="},{location,{1,1}}]}],{1,3}}
%% expect: {ok,[{'?=',{1,1}}],{1,3}}
%% expect: {ok,[{'?=',[{text,"?="},{location,{1,1}}]}],{1,3}}
%% expect: {ok,[{'?',{1,1}},{'?',{1,2}}],{1,3}}
%% expect: {ok,[{'?',[{text,"?"},{location,{1,1}}]},{'?',[{text,"?"},{location,{1,2}}]}],{1,3}}
%% expect: {ok,[{'?',{1,1}},{'?',{1,2}}],{1,3}}
%% expect: {ok,[{'?',[{text,"?"},{location,{1,1}}]},{'?',[{text,"?"},{location,{1,2}}]}],{1,3}}
%% expect: {ok,[{'||',{1,1}},{'|',{1,4}}],{1,5}}
%% expect: {ok,[{'||',[{text,"||"},{location,{1,1}}]},{white_space,[{text," "},{location,{1,3}}]," "},{'|',[{text,"|"},{location,{1,4}}]}],{1,5}}
%% expect: {ok,[{'||',{1,1}},{white_space,{1,3}," "},{'|',{1,4}}],{1,5}}
%% expect: {ok,[{'||',[{text,"||"},{location,{1,1}}]},{'|',[{text,"|"},{location,{1,4}}]}],{1,5}}
%% expect: {ok,[{'<-',{1,1}},{'<=',{1,4}}],{1,6}}
%% expect: {ok,[{'<-',[{text,"<-"},{location,{1,1}}]},{white_space,[{text," "},{location,{1,3}}]," "},{'<=',[{text,"<="},{location,{1,4}}]}],{1,6}}
%% expect: {ok,[{'<-',{1,1}},{white_space,{1,3}," "},{'<=',{1,4}}],{1,6}}
%% expect: {ok,[{'<-',[{text,"<-"},{location,{1,1}}]},{'<=',[{text,"<="},{location,{1,4}}]}],{1,6}}
%% expect: {ok,[{'<<',{1,1}}],{1,3}}
%% expect: {ok,[{'<<',[{text,"<<"},{location,{1,1}}]}],{1,3}}
%% expect: {ok,[{'<<',{1,1}}],{1,3}}
%% expect: {ok,[{'<<',[{text,"<<"},{location,{1,1}}]}],{1,3}}
%% expect: {ok,[{'fun',{1,1}},{atom,{1,5},maybe}],{1,10}}
%% expect: {ok,[{'fun',[{text,"fun"},{location,{1,1}}]},{white_space,[{text," "},{location,{1,4}}]," "},{atom,[{text,"maybe"},{location,{1,5}}],maybe}],{1,10}}
%% expect: {ok,[{'fun',{1,1}},{white_space,{1,4}," "},{atom,{1,5},maybe}],{1,10}}
%% expect: {ok,[{'fun',[{text,"fun"},{location,{1,1}}]},{atom,[{text,"maybe"},{location,{1,5}}],maybe}],{1,10}}
%% expect: {ok,[{float,{1,1},1.0}],{1,4}}
%% expect: {ok,[{float,[{text,"1.0"},{location,{1,1}}],1.0}],{1,4}}
%% expect: {ok,[{float,{1,1},1.0}],{1,4}}
%% expect: {ok,[{float,[{text,"1.0"},{location,{1,1}}],1.0}],{1,4}}
%% expect: {ok,[{integer,{1,1},1},{dot,{1,2}}],{1,3}}
%% expect: {ok,[{integer,[{text,"1"},{location,{1,1}}],1},{dot,[{text,"."},{location,{1,2}}]}],{1,3}}
%% expect: {ok,[{integer,{1,1},1},{dot,{1,2}}],{1,3}}
%% expect: {ok,[{integer,[{text,"1"},{location,{1,1}}],1},{dot,[{text,"."},{location,{1,2}}]}],{1,3}}
%% expect: {ok,[{integer,{1,1},1},{'.',{1,2}},{atom,{1,3},a}],{1,4}}
%% expect: {ok,[{integer,[{text,"1"},{location,{1,1}}],1},{'.',[{text,"."},{location,{1,2}}]},{atom,[{text,"a"},{location,{1,3}}],a}],{1,4}}
%% expect: {ok,[{integer,{1,1},1},{'.',{1,2}},{atom,{1,3},a}],{1,4}}
%% expect: {ok,[{integer,[{text,"1"},{location,{1,1}}],1},{'.',[{text,"."},{location,{1,2}}]},{atom,[{text,"a"},{location,{1,3}}],a}],{1,4}}
%% expect: {error,{{1,1},erl_scan,{base,1}},{1,2}}
%% expect: {error,{{1,1},erl_scan,{base,1}},{1,2}}
%% expect: {error,{{1,1},erl_scan,{base,1}},{1,2}}
%% expect: {error,{{1,1},erl_scan,{base,1}},{1,2}}
%% expect: {error,{{1,1},erl_scan,{base,0}},{1,2}}
%% expect: {error,{{1,1},erl_scan,{base,0}},{1,2}}
%% expect: {error,{{1,1},erl_scan,{base,0}},{1,2}}
%% expect: {error,{{1,1},erl_scan,{base,0}},{1,2}}
%% expect: {ok,[{integer,{1,1},1},{integer,{1,4},2}],{1,5}}
%% expect: {ok,[{integer,[{text,"2#1"},{location,{1,1}}],1},{integer,[{text,"2"},{location,{1,4}}],2}],{1,5}}
%% expect: {ok,[{integer,{1,1},1},{integer,{1,4},2}],{1,5}}
%% expect: {ok,[{integer,[{text,"2#1"},{location,{1,1}}],1},{integer,[{text,"2"},{location,{1,4}}],2}],{1,5}}
%% expect: {error,{{1,1},erl_scan,{illegal,integer}},{1,4}}
%% expect: {error,{{1,1},erl_scan,{illegal,integer}},{1,4}}
%% expect: {error,{{1,1},erl_scan,{illegal,integer}},{1,4}}
%% expect: {error,{{1,1},erl_scan,{illegal,integer}},{1,4}}
%% expect: {error,{{1,1},erl_scan,{illegal,integer}},{1,4}}
%% expect: {error,{{1,1},erl_scan,{illegal,integer}},{1,4}}
%% expect: {error,{{1,1},erl_scan,{illegal,integer}},{1,4}}
%% expect: {error,{{1,1},erl_scan,{illegal,integer}},{1,4}}
%% expect: {ok,[{char,{1,1},97},{char,{1,3},98}],{1,5}}
%% expect: {ok,[{char,[{text,"$a"},{location,{1,1}}],97},{char,[{text,"$b"},{location,{1,3}}],98}],{1,5}}
%% expect: {ok,[{char,{1,1},97},{char,{1,3},98}],{1,5}}
%% expect: {ok,[{char,[{text,"$a"},{location,{1,1}}],97},{char,[{text,"$b"},{location,{1,3}}],98}],{1,5}}
%% expect: {ok,[{char,{1,1},10}],{2,1}}
%% expect: {ok,[{char,[{text,"$\n"},{location,{1,1}}],10}],{2,1}}
%% expect: {ok,[{char,{1,1},10}],{2,1}}
%% expect: {ok,[{char,[{text,"$\n"},{location,{1,1}}],10}],{2,1}}
%% expect: {ok,[{char,{1,1},10}],{1,4}}
%% expect: {ok,[{char,[{text,"$\\n"},{location,{1,1}}],10}],{1,4}}
%% expect: {ok,[{char,{1,1},10}],{1,4}}
%% expect: {ok,[{char,[{text,"$\\n"},{location,{1,1}}],10}],{1,4}}
%% expect: {ok,[{char,{1,1},65}],{1,8}}
%% expect: {ok,[{char,[{text,"$\\x{41}"},{location,{1,1}}],65}],{1,8}}
%% expect: {ok,[{char,{1,1},65}],{1,8}}
%% expect: {ok,[{char,[{text,"$\\x{41}"},{location,{1,1}}],65}],{1,8}}
%% expect: {ok,[{atom,{1,1},a},{atom,{1,3},b}],{1,4}}
%% expect: {ok,[{atom,[{text,"a"},{location,{1,1}}],a},{white_space,[{text,[0]},{location,{1,2}}],[0]},{atom,[{text,"b"},{location,{1,3}}],b}],{1,4}}
%% expect: {ok,[{atom,{1,1},a},{white_space,{1,2},[0]},{atom,{1,3},b}],{1,4}}
%% expect: {ok,[{atom,[{text,"a"},{location,{1,1}}],a},{atom,[{text,"b"},{location,{1,3}}],b}],{1,4}}
%% expect: {ok,[{atom,{1,1},ÿ}],{1,2}}
%% expect: {ok,[{atom,[{text,"ÿ"},{location,{1,1}}],ÿ}],{1,2}}
%% expect: {ok,[{atom,{1,1},ÿ}],{1,2}}
%% expect: {ok,[{atom,[{text,"ÿ"},{location,{1,1}}],ÿ}],{1,2}}
%% expect: {ok,[{char,{1,1},1}],{1,5}}
%% expect: {ok,[{char,[{text,"$\\^a"},{location,{1,1}}],1}],{1,5}}
%% expect: {ok,[{char,{1,1},1}],{1,5}}
%% expect: {ok,[{char,[{text,"$\\^a"},{location,{1,1}}],1}],{1,5}}
%% expect: {ok,[{string,{1,1},[1]}],{1,6}}
%% expect: {ok,[{string,[{text,"\"\\^a\""},{location,{1,1}}],[1]}],{1,6}}
%% expect: {ok,[{string,{1,1},[1]}],{1,6}}
%% expect: {ok,[{string,[{text,"\"\\^a\""},{location,{1,1}}],[1]}],{1,6}}
%% expect: {ok,[{string,{1,1},[256]}],{1,7}}
%% expect: {ok,[{string,[{text,"\"\\400\""},{location,{1,1}}],[256]}],{1,7}}
%% expect: {ok,[{string,{1,1},[256]}],{1,7}}
%% expect: {ok,[{string,[{text,"\"\\400\""},{location,{1,1}}],[256]}],{1,7}}
%% expect: {ok,[{atom,{1,1},ÿ}],{1,7}}
%% expect: {ok,[{atom,[{text,"'\\377'"},{location,{1,1}}],ÿ}],{1,7}}
%% expect: {ok,[{atom,{1,1},ÿ}],{1,7}}
%% expect: {ok,[{atom,[{text,"'\\377'"},{location,{1,1}}],ÿ}],{1,7}}
%% expect: {ok,[{atom,{1,1},foo@bar}],{1,8}}
%% expect: {ok,[{atom,[{text,"foo@bar"},{location,{1,1}}],foo@bar}],{1,8}}
%% expect: {ok,[{atom,{1,1},foo@bar}],{1,8}}
%% expect: {ok,[{atom,[{text,"foo@bar"},{location,{1,1}}],foo@bar}],{1,8}}
%% expect: {ok,[{var,{1,1},'_'}],{1,2}}
%% expect: {ok,[{var,[{text,"_"},{location,{1,1}}],'_'}],{1,2}}
%% expect: {ok,[{var,{1,1},'_'}],{1,2}}
%% expect: {ok,[{var,[{text,"_"},{location,{1,1}}],'_'}],{1,2}}
%% expect: {ok,[{var,{1,1},'Abc_@1'}],{1,7}}
%% expect: {ok,[{var,[{text,"Abc_@1"},{location,{1,1}}],'Abc_@1'}],{1,7}}
%% expect: {ok,[{var,{1,1},'Abc_@1'}],{1,7}}
%% expect: {ok,[{var,[{text,"Abc_@1"},{location,{1,1}}],'Abc_@1'}],{1,7}}
%% expect: {ok,[{'@',{1,1}}],{1,2}}
%% expect: {ok,[{'@',[{text,"@"},{location,{1,1}}]}],{1,2}}
%% expect: {ok,[{'@',{1,1}}],{1,2}}
%% expect: {ok,[{'@',[{text,"@"},{location,{1,1}}]}],{1,2}}
%% expect: {ok,[{'~',{1,1}}],{1,2}}
%% expect: {ok,[{'~',[{text,"~"},{location,{1,1}}]}],{1,2}}
%% expect: {ok,[{'~',{1,1}}],{1,2}}
%% expect: {ok,[{'~',[{text,"~"},{location,{1,1}}]}],{1,2}}
%% expect: {ok,[{'`',{1,1}}],{1,2}}
%% expect: {ok,[{'`',[{text,"`"},{location,{1,1}}]}],{1,2}}
%% expect: {ok,[{'`',{1,1}}],{1,2}}
%% expect: {ok,[{'`',[{text,"`"},{location,{1,1}}]}],{1,2}}
%% expect: {ok,[{float,{1,1},1.5}],{1,4}}
%% expect: {ok,[{float,[{text,"1.5"},{location,{1,1}}],1.5}],{1,4}}
%% expect: {ok,[{float,{1,1},1.5}],{1,4}}
%% expect: {ok,[{float,[{text,"1.5"},{location,{1,1}}],1.5}],{1,4}}
%% expect: {ok,[{float,{1,1},1.05e11}],{1,12}}
%% expect: {ok,[{float,[{text,"1_0.5_0e1_0"},{location,{1,1}}],1.05e11}],{1,12}}
%% expect: {ok,[{float,{1,1},1.05e11}],{1,12}}
%% expect: {ok,[{float,[{text,"1_0.5_0e1_0"},{location,{1,1}}],1.05e11}],{1,12}}
%% expect: {ok,[{float,{1,1},1.5e3}],{1,7}}
%% expect: {ok,[{float,[{text,"1.5e+3"},{location,{1,1}}],1.5e3}],{1,7}}
%% expect: {ok,[{float,{1,1},1.5e3}],{1,7}}
%% expect: {ok,[{float,[{text,"1.5e+3"},{location,{1,1}}],1.5e3}],{1,7}}
%% expect: {ok,[{float,{1,1},0.0015}],{1,7}}
%% expect: {ok,[{float,[{text,"1.5E-3"},{location,{1,1}}],0.0015}],{1,7}}
%% expect: {ok,[{float,{1,1},0.0015}],{1,7}}
%% expect: {ok,[{float,[{text,"1.5E-3"},{location,{1,1}}],0.0015}],{1,7}}
%% expect: {error,{{1,1},erl_scan,{illegal,float}},{1,6}}
%% expect: {error,{{1,1},erl_scan,{illegal,float}},{1,6}}
%% expect: {error,{{1,1},erl_scan,{illegal,float}},{1,6}}
%% expect: {error,{{1,1},erl_scan,{illegal,float}},{1,6}}
%% expect: {ok,[{string,{1,1},"a\nb"},{atom,{2,4},c}],{2,5}}
%% expect: {ok,[{string,[{text,"\"a\nb\""},{location,{1,1}}],"a\nb"},{white_space,[{text," "},{location,{2,3}}]," "},{atom,[{text,"c"},{location,{2,4}}],c}],{2,5}}
%% expect: {ok,[{string,{1,1},"a\nb"},{white_space,{2,3}," "},{atom,{2,4},c}],{2,5}}
%% expect: {ok,[{string,[{text,"\"a\nb\""},{location,{1,1}}],"a\nb"},{atom,[{text,"c"},{location,{2,4}}],c}],{2,5}}
%% expect: {ok,[{char,{1,1},10}],{2,1}}
%% expect: {ok,[{char,[{text,"$\\\n"},{location,{1,1}}],10}],{2,1}}
%% expect: {ok,[{char,{1,1},10}],{2,1}}
%% expect: {ok,[{char,[{text,"$\\\n"},{location,{1,1}}],10}],{2,1}}
%% expect: {ok,[{atom,{1,1},''}],{1,3}}
%% expect: {ok,[{atom,[{text,"''"},{location,{1,1}}],''}],{1,3}}
%% expect: {ok,[{atom,{1,1},''}],{1,3}}
%% expect: {ok,[{atom,[{text,"''"},{location,{1,1}}],''}],{1,3}}
%% expect: {ok,[{atom,{1,1},a}],{1,4}}
%% expect: {ok,[{atom,[{text,"a"},{location,{1,1}}],a},{comment,[{text,"%b"},{location,{1,2}}],"%b"}],{1,4}}
%% expect: {ok,[{atom,{1,1},a}],{1,4}}
%% expect: {ok,[{atom,[{text,"a"},{location,{1,1}}],a}],{1,4}}
%% expect: {error,{{1,1},erl_scan,{illegal,integer}},{1,4}}
%% expect: {error,{{1,1},erl_scan,{illegal,integer}},{1,4}}
%% expect: {error,{{1,1},erl_scan,{illegal,integer}},{1,4}}
%% expect: {error,{{1,1},erl_scan,{illegal,integer}},{1,4}}
%% expect: {ok,[{integer,{1,1},1},{var,{1,5},'_'}],{1,6}}
%% expect: {ok,[{integer,[{text,"16#1"},{location,{1,1}}],1},{var,[{text,"_"},{location,{1,5}}],'_'}],{1,6}}
%% expect: {ok,[{integer,{1,1},1},{var,{1,5},'_'}],{1,6}}
%% expect: {ok,[{integer,[{text,"16#1"},{location,{1,1}}],1},{var,[{text,"_"},{location,{1,5}}],'_'}],{1,6}}
%% expect: {ok,[{integer,{1,1},1},{var,{1,2},'_'}],{1,3}}
%% expect: {ok,[{integer,[{text,"1"},{location,{1,1}}],1},{var,[{text,"_"},{location,{1,2}}],'_'}],{1,3}}
%% expect: {ok,[{integer,{1,1},1},{var,{1,2},'_'}],{1,3}}
%% expect: {ok,[{integer,[{text,"1"},{location,{1,1}}],1},{var,[{text,"_"},{location,{1,2}}],'_'}],{1,3}}
%% expect: {ok,[{integer,{1,1},1295}],{1,6}}
%% expect: {ok,[{integer,[{text,"36#zZ"},{location,{1,1}}],1295}],{1,6}}
%% expect: {ok,[{integer,{1,1},1295}],{1,6}}
%% expect: {ok,[{integer,[{text,"36#zZ"},{location,{1,1}}],1295}],{1,6}}
%% expect: {error,{{1,1},erl_scan,{base,37}},{1,3}}
%% expect: {error,{{1,1},erl_scan,{base,37}},{1,3}}
%% expect: {error,{{1,1},erl_scan,{base,37}},{1,3}}
%% expect: {error,{{1,1},erl_scan,{base,37}},{1,3}}
%% expect: {error,{{1,1},erl_scan,{base,1}},{1,2}}
%% expect: {error,{{1,1},erl_scan,{base,1}},{1,2}}
%% expect: {error,{{1,1},erl_scan,{base,1}},{1,2}}
%% expect: {error,{{1,1},erl_scan,{base,1}},{1,2}}
%% expect: {error,{{1,3},erl_scan,{illegal,character}},{1,7}}
%% expect: {error,{{1,3},erl_scan,{illegal,character}},{1,7}}
%% expect: {error,{{1,3},erl_scan,{illegal,character}},{1,7}}
%% expect: {error,{{1,3},erl_scan,{illegal,character}},{1,7}}
%% expect: {error,{{1,2},erl_scan,{illegal,character}},{1,10}}
%% expect: {error,{{1,2},erl_scan,{illegal,character}},{1,10}}
%% expect: {error,{{1,2},erl_scan,{illegal,character}},{1,10}}
%% expect: {error,{{1,2},erl_scan,{illegal,character}},{1,10}}
%% expect: {error,{{1,1},erl_scan,{illegal,character}},{1,2}}
%% expect: {error,{{1,1},erl_scan,{illegal,character}},{1,2}}
%% expect: {error,{{1,1},erl_scan,{illegal,character}},{1,2}}
%% expect: {error,{{1,1},erl_scan,{illegal,character}},{1,2}}
%% expect: {error,{{1,1},erl_scan,{illegal,character}},{1,10}}
%% expect: {error,{{1,1},erl_scan,{illegal,character}},{1,10}}
%% expect: {error,{{1,1},erl_scan,{illegal,character}},{1,10}}
%% expect: {error,{{1,1},erl_scan,{illegal,character}},{1,10}}
%% expect: {error,{{1,2},erl_scan,{illegal,character}},{1,3}}
%% expect: {error,{{1,2},erl_scan,{illegal,character}},{1,3}}
%% expect: {error,{{1,2},erl_scan,{illegal,character}},{1,3}}
%% expect: {error,{{1,2},erl_scan,{illegal,character}},{1,3}}
%% expect: {error,{{1,2},erl_scan,{illegal,character}},{1,3}}
%% expect: {error,{{1,2},erl_scan,{illegal,character}},{1,3}}
%% expect: {error,{{1,2},erl_scan,{illegal,character}},{1,3}}
%% expect: {error,{{1,2},erl_scan,{illegal,character}},{1,3}}
%% expect: {ok,[{string,{1,1},[]}],{1,3}}
%% expect: {ok,[{string,[{text,"\"\""},{location,{1,1}}],[]}],{1,3}}
%% expect: {ok,[{string,{1,1},[]}],{1,3}}
%% expect: {ok,[{string,[{text,"\"\""},{location,{1,1}}],[]}],{1,3}}
%% expect: {ok,[{'-',{1,1}},{integer,{1,2},1}],{1,3}}
%% expect: {ok,[{'-',[{text,"-"},{location,{1,1}}]},{integer,[{text,"1"},{location,{1,2}}],1}],{1,3}}
%% expect: {ok,[{'-',{1,1}},{integer,{1,2},1}],{1,3}}
%% expect: {ok,[{'-',[{text,"-"},{location,{1,1}}]},{integer,[{text,"1"},{location,{1,2}}],1}],{1,3}}
%% expect: {ok,[{'#',{1,1}},{atom,{1,2},r},{'{',{1,3}},{'}',{1,4}}],{1,5}}
%% expect: {ok,[{'#',[{text,"#"},{location,{1,1}}]},{atom,[{text,"r"},{location,{1,2}}],r},{'{',[{text,"{"},{location,{1,3}}]},{'}',[{text,"}"},{location,{1,4}}]}],{1,5}}
%% expect: {ok,[{'#',{1,1}},{atom,{1,2},r},{'{',{1,3}},{'}',{1,4}}],{1,5}}
%% expect: {ok,[{'#',[{text,"#"},{location,{1,1}}]},{atom,[{text,"r"},{location,{1,2}}],r},{'{',[{text,"{"},{location,{1,3}}]},{'}',[{text,"}"},{location,{1,4}}]}],{1,5}}
%% expect: {ok,[{'!',{1,1}}],{1,2}}
%% expect: {ok,[{'!',[{text,"!"},{location,{1,1}}]}],{1,2}}
%% expect: {ok,[{'!',{1,1}}],{1,2}}
%% expect: {ok,[{'!',[{text,"!"},{location,{1,1}}]}],{1,2}}
%% expect: {ok,[{atom,{1,1},a},{dot,{1,2}}],{2,1}}
%% expect: {ok,[{atom,[{text,"a"},{location,{1,1}}],a},{dot,[{text,".\n"},{location,{1,2}}]}],{2,1}}
%% expect: {ok,[{atom,{1,1},a},{dot,{1,2}}],{2,1}}
%% expect: {ok,[{atom,[{text,"a"},{location,{1,1}}],a},{dot,[{text,".\n"},{location,{1,2}}]}],{2,1}}
%% expect: {ok,[{atom,{1,1},a},{dot,{1,2}},{atom,{2,1},b}],{2,2}}
%% expect: {ok,[{atom,[{text,"a"},{location,{1,1}}],a},{dot,[{text,"."},{location,{1,2}}]},{comment,[{text,"%c"},{location,{1,3}}],"%c"},{white_space,[{text,"\n"},{location,{1,5}}],"\n"},{atom,[{text,"b"},{location,{2,1}}],b}],{2,2}}
%% expect: {ok,[{atom,{1,1},a},{dot,{1,2}},{white_space,{1,5},"\n"},{atom,{2,1},b}],{2,2}}
%% expect: {ok,[{atom,[{text,"a"},{location,{1,1}}],a},{dot,[{text,"."},{location,{1,2}}]},{atom,[{text,"b"},{location,{2,1}}],b}],{2,2}}
%% expect: {ok,[{atom,{1,1},u00a0a}],{1,7}}
%% expect: {ok,[{atom,[{text,"u00a0a"},{location,{1,1}}],u00a0a}],{1,7}}
%% expect: {ok,[{atom,{1,1},u00a0a}],{1,7}}
%% expect: {ok,[{atom,[{text,"u00a0a"},{location,{1,1}}],u00a0a}],{1,7}}
%% expect: {ok,[{char,{1,1},32}],{1,3}}
%% expect: {ok,[{char,[{text,"$ "},{location,{1,1}}],32}],{1,3}}
%% expect: {ok,[{char,{1,1},32}],{1,3}}
%% expect: {ok,[{char,[{text,"$ "},{location,{1,1}}],32}],{1,3}}
%% expect: {ok,[{char,{1,1},39}],{1,3}}
%% expect: {ok,[{char,[{text,"$'"},{location,{1,1}}],39}],{1,3}}
%% expect: {ok,[{char,{1,1},39}],{1,3}}
%% expect: {ok,[{char,[{text,"$'"},{location,{1,1}}],39}],{1,3}}
%% expect: {ok,[{integer,{1,1},1},{atom,{1,2},e5}],{1,4}}
%% expect: {ok,[{integer,[{text,"1"},{location,{1,1}}],1},{atom,[{text,"e5"},{location,{1,2}}],e5}],{1,4}}
%% expect: {ok,[{integer,{1,1},1},{atom,{1,2},e5}],{1,4}}
%% expect: {ok,[{integer,[{text,"1"},{location,{1,1}}],1},{atom,[{text,"e5"},{location,{1,2}}],e5}],{1,4}}
%% expect: {ok,[{'..',{1,1}},{atom,{1,3},a}],{1,4}}
%% expect: {ok,[{'..',[{text,".."},{location,{1,1}}]},{atom,[{text,"a"},{location,{1,3}}],a}],{1,4}}
%% expect: {ok,[{'..',{1,1}},{atom,{1,3},a}],{1,4}}
%% expect: {ok,[{'..',[{text,".."},{location,{1,1}}]},{atom,[{text,"a"},{location,{1,3}}],a}],{1,4}}
%% expect: {ok,[{dot,{1,1}}],{1,3}}
%% expect: {ok,[{dot,[{text,". "},{location,{1,1}}]}],{1,3}}
%% expect: {ok,[{dot,{1,1}}],{1,3}}
%% expect: {ok,[{dot,[{text,". "},{location,{1,1}}]}],{1,3}}
%% expect: {ok,[{dot,{1,1}}],{1,2}}
%% expect: {ok,[{dot,[{text,"."},{location,{1,1}}]}],{1,2}}
%% expect: {ok,[{dot,{1,1}}],{1,2}}
%% expect: {ok,[{dot,[{text,"."},{location,{1,1}}]}],{1,2}}
%% expect: {ok,[{atom,{1,1},a},{'.',{1,3}},{atom,{1,4},b}],{1,5}}
%% expect: {ok,[{atom,[{text,"a"},{location,{1,1}}],a},{white_space,[{text," "},{location,{1,2}}]," "},{'.',[{text,"."},{location,{1,3}}]},{atom,[{text,"b"},{location,{1,4}}],b}],{1,5}}
%% expect: {ok,[{atom,{1,1},a},{white_space,{1,2}," "},{'.',{1,3}},{atom,{1,4},b}],{1,5}}
%% expect: {ok,[{atom,[{text,"a"},{location,{1,1}}],a},{'.',[{text,"."},{location,{1,3}}]},{atom,[{text,"b"},{location,{1,4}}],b}],{1,5}}
%% expect: {ok,[{'\\',{1,1}}],{1,2}}
%% expect: {ok,[{'\\',[{text,"\\"},{location,{1,1}}]}],{1,2}}
%% expect: {ok,[{'\\',{1,1}}],{1,2}}
%% expect: {ok,[{'\\',[{text,"\\"},{location,{1,1}}]}],{1,2}}
%% expect: {error,{{1,1},erl_scan,{string,34,[]}},{1,3}}
%% expect: {error,{{1,1},erl_scan,{string,34,[]}},{1,3}}
%% expect: {error,{{1,1},erl_scan,{string,34,[]}},{1,3}}
%% expect: {error,{{1,1},erl_scan,{string,34,[]}},{1,3}}
%% expect: {ok,[{string,{1,1},"a"},{string,{1,4},"b"}],{1,7}}
%% expect: {ok,[{string,[{text,"\"a\""},{location,{1,1}}],"a"},{string,[{text,"\"b\""},{location,{1,4}}],"b"}],{1,7}}
%% expect: {ok,[{string,{1,1},"a"},{string,{1,4},"b"}],{1,7}}
%% expect: {ok,[{string,[{text,"\"a\""},{location,{1,1}}],"a"},{string,[{text,"\"b\""},{location,{1,4}}],"b"}],{1,7}}
%% expect: {ok,[{atom,1,a},{white_space,1,"\n"},{white_space,2,"\n  "},{white_space,3,"\t"},{white_space,3," "},{atom,3,b}],3}
%% expect: {ok,[{white_space,1,"\n   "},{white_space,2,"\n"},{white_space,3,"\n\t\t"},{white_space,4,"\n"}],5}
%% expect: {ok,[{white_space,1,"  "},{white_space,1,"\n  "},{atom,2,a}],2}
%% expect: {ok,[{white_space,1,"\r"},{white_space,1,"\n  "},{atom,2,a},{white_space,2,"\r"},{white_space,2,"\n"}],3}
%% expect: {ok,[{atom,1,a},{dot,1},{white_space,1,"\n"},{white_space,2,"\n  "}],3}
%% expect: {ok,[{comment,1,"%c1"},{white_space,1,"\n  "},{comment,2,"%c2"}],2}
%% expect: {ok,[{white_space,1,"\n                "},{white_space,2,"    "},{atom,2,a}],2}
%% expect: {ok,[{white_space,1,"\t\t\t\t\t\t\t\t\t\t"},{white_space,1,"\t\t\t\t\t\t\t\t\t\t"},{atom,1,a}],1}
%% expect: {ok,[{atom,1,abc},{dot,1}],1} []
%% expect: {ok,[{atom,1,d},{dot,1}],2} []
%% expect: eof {done,{eof,1},eof}
%% expect: {ok,[{atom,1,a},{dot,1}],1} "b. c"
%% expect: {ok,[{atom,1,b},{dot,1}],1} "c"
%% expect: eof {done,{ok,[{atom,1,c}],1},eof}
%% expect: eof {done,{eof,1},eof}
%% expect: {ok,[{float,1,1.5},{dot,1}],1} []
%% expect: eof {done,{eof,1},eof}
%% expect: {ok,[{string,1,"ab"},{dot,1}],1} []
%% expect: eof {done,{eof,1},eof}
%% expect: {error,{1,erl_scan,{illegal,integer}},1} "zz a b. c. "
%% expect: {ok,[{atom,1,zz},{atom,1,a},{atom,1,b},{dot,1}],1} "c. "
%% expect: {ok,[{atom,1,c},{dot,1}],1} []
%% expect: eof {done,{eof,1},eof}
%% expect: eof {done,{error,{1,erl_scan,{string,39,"a"}},1},eof}
%% expect: {ok,[{char,1,97},{dot,1}],1} []
%% expect: eof {done,{eof,1},eof}
%% expect: {ok,[{atom,2,a},{dot,2}],3} []
%% expect: eof {done,{eof,1},eof}
%% expect: {ok,[{dot,1}],2} []
%% expect: eof {done,{eof,1},eof}
%% expect: {error,{1,erl_scan,{illegal,character}},1} "\" a. "
%% expect: eof {done,{error,{1,erl_scan,{string,34," a. "}},1},eof}
%% expect: eof {done,{ok,[{integer,1,1}],1},eof}
%% expect: {ok,[{atom,1,a},{dot,1}],1} "%c"
%% expect: eof {done,{eof,1},eof}
%% expect: illegal character
%% expect: illegal integer
%% expect: illegal base '40'
%% expect: unterminated character
%% expect: unterminated string starting with "abc"
%% expect: unterminated atom starting with 'x'
%% expect: [4,{3,7},3,{3,4},"foo",foo,atom]
%% expect: [true,false,true,false,false]
