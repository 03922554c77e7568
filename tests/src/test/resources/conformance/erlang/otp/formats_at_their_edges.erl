-module(formats_at_their_edges).
-export([main/0]).

%% Widths and precisions, binaries cut at a depth, text that is no UTF-8, fields that are too short to be read.
main() ->
  [show(fun() -> lists:flatten(io_lib:format(Format, [Text])) end)
   || Format <- ["~2.7s", "~7.2s", "~.7s", "~-.7s", "~-s", "~10.7.xs", "~-10.7.xs", "~10.3.xs", "~3.3.xs", "~-7.7.xs", "~.0s"],
      Text <- ["sss", "", "abcdefgh", atom]],
  [show(fun() -> lists:flatten(io_lib:format(Format, [$a])) end) || Format <- ["~7.2c", "~.7c", "~2.7c", "~-7.3.xc", "~.0c"]],
  [show_numbers(fun() -> lists:flatten(io_lib:format(Format, [{a, <<"some text here">>, <<"more\x{e9}">>}, Depth])) end)
   || Format <- ["~P", "~W", "~0P", "~tP"], Depth <- [2, 3, 4, 5, 9]],
  [show_numbers(fun() -> lists:flatten(io_lib:format("~tP", [<<"\x{400}\x{401}\x{402}\x{403}\x{404}\x{405}"/utf8>>, Depth])) end)
   || Depth <- [2, 3, 4, 9]],
  [show_numbers(fun() -> lists:flatten(io_lib:format("~ts|~5ts", [Text, Text])) end)
   || Text <- [<<16#e9>>, [<<"\x{e9}"/utf8>>, <<16#e9>>], [<<"a">>, [<<16#c3>>, <<16#a9>>], 8364]]],
  [show(fun() -> {Format, Text, io_lib:fread(Format, Text)} end)
   || Format <- ["~d", " ~d", "~s", "~a", "~-", "~3c", "~2d", "~2s", "~2a", "~4f", "~3#", "~2-", "~~", "x~d"],
      Text <- ["", " ", "5", "5 ", "17X", "-3", "1.5", "x7", "~"]],
  [show(fun() -> io_lib:fread([], eof, Format) end) || Format <- ["~d", "x"]],
  Wrong = <<"bc", 192, 192>>,
  [show_numbers(F)
   || F <- [fun() -> string:titlecase(<<192, 192>>) end, fun() -> string:slice(Wrong, 3) end,
            fun() -> string:slice(Wrong, 1, 5) end, fun() -> string:trim(<<192, 192>>, both, "az") end]],
  [show(fun() -> re:run(Subject, Pattern, Options) end)
   || {Subject, Pattern, Options} <-
        [{"A8B9C", "^A\\8B\\9C$", []}, {"A8B9CA", "^(A)\\8B\\9C\\1$", []}, {"ABC", "(*UTF)ABC", [never_utf]},
         {"ABC", "ABC", [never_utf]}, {"ABC", "ABC", [unicode, never_utf]}]],
  show(fun() -> re:compile("(*UTF8)ABC", [never_utf]) end),
  [show(fun() -> calendar:system_time_to_rfc3339(Time, Options) end)
   || Time <- [1271025341, 253402300799],
      Options <- [[{offset, "+02:00"}], [{unit, millisecond}, {offset, 7200000}], [{unit, second}, {offset, -3600}],
                  [{unit, native}, {offset, "Z"}]]].

show_numbers(F) -> io:format("~w~n", [try F() catch Class:Reason -> {Class, Reason} end]).
show(F) -> io:format("~0p~n", [try F() catch Class:Reason -> {Class, Reason} end]).
%% expect: {error,badarg}
%% expect: {error,badarg}
%% expect: {error,badarg}
%% expect: {error,badarg}
%% expect: "     ss"
%% expect: "       "
%% expect: "     ab"
%% expect: "     at"
%% expect: "sss    "
%% expect: "       "
%% expect: "abcdefg"
%% expect: "atom   "
%% expect: {error,badarg}
%% expect: {error,badarg}
%% expect: {error,badarg}
%% expect: {error,badarg}
%% expect: {error,badarg}
%% expect: {error,badarg}
%% expect: {error,badarg}
%% expect: {error,badarg}
%% expect: "xxxsssxxxx"
%% expect: "xxxxxxxxxx"
%% expect: "xxxabcdefg"
%% expect: "xxxatomxxx"
%% expect: "sssxxxxxxx"
%% expect: "xxxxxxxxxx"
%% expect: "abcdefgxxx"
%% expect: "atomxxxxxx"
%% expect: "xxxxxxxsss"
%% expect: "xxxxxxxxxx"
%% expect: "xxxxxxxabc"
%% expect: "xxxxxxxato"
%% expect: "sss"
%% expect: "xxx"
%% expect: "abc"
%% expect: "ato"
%% expect: "sssxxxx"
%% expect: "xxxxxxx"
%% expect: "abcdefg"
%% expect: "atomxxx"
%% expect: []
%% expect: []
%% expect: []
%% expect: []
%% expect: "     aa"
%% expect: "aaaaaaa"
%% expect: {error,badarg}
%% expect: "aaaxxxx"
%% expect: []
%% expect: [123,97,44,46,46,46,125]
%% expect: [123,97,44,60,60,46,46,46,62,62,44,46,46,46,125]
%% expect: [123,97,44,60,60,34,115,111,109,101,34,46,46,46,62,62,44,60,60,46,46,46,62,62,125]
%% expect: [123,97,44,60,60,34,115,111,109,101,32,116,101,120,34,46,46,46,62,62,44,60,60,34,109,111,114,101,34,46,46,46,62,62,125]
%% expect: [123,97,44,60,60,34,115,111,109,101,32,116,101,120,116,32,104,101,114,101,34,62,62,44,60,60,34,109,111,114,101,233,34,62,62,125]
%% expect: [123,97,44,46,46,46,125]
%% expect: [123,97,44,60,60,46,46,46,62,62,44,46,46,46,125]
%% expect: [123,97,44,60,60,49,49,53,44,46,46,46,62,62,44,60,60,46,46,46,62,62,125]
%% expect: [123,97,44,60,60,49,49,53,44,49,49,49,44,46,46,46,62,62,44,60,60,49,48,57,44,46,46,46,62,62,125]
%% expect: [123,97,44,60,60,49,49,53,44,49,49,49,44,49,48,57,44,49,48,49,44,51,50,44,49,49,54,44,46,46,46,62,62,44,60,60,49,48,57,44,49,49,49,44,49,49,52,44,49,48,49,44,50,51,51,62,62,125]
%% expect: [123,97,44,46,46,46,125]
%% expect: [123,97,44,60,60,46,46,46,62,62,44,46,46,46,125]
%% expect: [123,97,44,60,60,34,115,111,109,101,34,46,46,46,62,62,44,60,60,46,46,46,62,62,125]
%% expect: [123,97,44,60,60,34,115,111,109,101,32,116,101,120,34,46,46,46,62,62,44,60,60,34,109,111,114,101,34,46,46,46,62,62,125]
%% expect: [123,97,44,60,60,34,115,111,109,101,32,116,101,120,116,32,104,101,114,101,34,62,62,44,60,60,34,109,111,114,101,233,34,62,62,125]
%% expect: [123,97,44,46,46,46,125]
%% expect: [123,97,44,60,60,46,46,46,62,62,44,46,46,46,125]
%% expect: [123,97,44,60,60,34,115,111,109,101,34,46,46,46,62,62,44,60,60,46,46,46,62,62,125]
%% expect: [123,97,44,60,60,34,115,111,109,101,32,116,101,120,34,46,46,46,62,62,44,60,60,34,109,111,114,101,34,46,46,46,62,62,125]
%% expect: [123,97,44,60,60,34,115,111,109,101,32,116,101,120,116,32,104,101,114,101,34,62,62,44,60,60,34,109,111,114,101,233,34,62,62,125]
%% expect: [60,60,50,48,56,44,46,46,46,62,62]
%% expect: [60,60,50,48,56,44,49,50,56,44,46,46,46,62,62]
%% expect: [60,60,50,48,56,44,49,50,56,44,50,48,56,44,46,46,46,62,62]
%% expect: [60,60,50,48,56,44,49,50,56,44,50,48,56,44,49,50,57,44,50,48,56,44,49,51,48,44,50,48,56,44,49,51,49,44,46,46,46,62,62]
%% expect: [233,124,32,32,32,32,233]
%% expect: [233,233,124,32,32,32,233,233]
%% expect: [97,195,169,8364,124,32,97,195,169,8364]
%% expect: {"~d",[],{more,"~d",0,[]}}
%% expect: {"~d"," ",{error,{fread,integer}}}
%% expect: {"~d","5",{ok,[5],[]}}
%% expect: {"~d","5 ",{ok,[5]," "}}
%% expect: {"~d","17X",{ok,[17],"X"}}
%% expect: {"~d","-3",{ok,[-3],[]}}
%% expect: {"~d","1.5",{ok,[1],".5"}}
%% expect: {"~d","x7",{error,{fread,integer}}}
%% expect: {"~d","~",{error,{fread,integer}}}
%% expect: {" ~d",[],{more,"~d",0,[]}}
%% expect: {" ~d"," ",{more,"~d",1,[]}}
%% expect: {" ~d","5",{ok,[5],[]}}
%% expect: {" ~d","5 ",{ok,[5]," "}}
%% expect: {" ~d","17X",{ok,[17],"X"}}
%% expect: {" ~d","-3",{ok,[-3],[]}}
%% expect: {" ~d","1.5",{ok,[1],".5"}}
%% expect: {" ~d","x7",{error,{fread,integer}}}
%% expect: {" ~d","~",{error,{fread,integer}}}
%% expect: {"~s",[],{more,"~s",0,[]}}
%% expect: {"~s"," ",{ok,[[]],[]}}
%% expect: {"~s","5",{ok,["5"],[]}}
%% expect: {"~s","5 ",{ok,["5"]," "}}
%% expect: {"~s","17X",{ok,["17X"],[]}}
%% expect: {"~s","-3",{ok,["-3"],[]}}
%% expect: {"~s","1.5",{ok,["1.5"],[]}}
%% expect: {"~s","x7",{ok,["x7"],[]}}
%% expect: {"~s","~",{ok,["~"],[]}}
%% expect: {"~a",[],{more,"~a",0,[]}}
%% expect: {"~a"," ",{ok,[''],[]}}
%% expect: {"~a","5",{ok,['5'],[]}}
%% expect: {"~a","5 ",{ok,['5']," "}}
%% expect: {"~a","17X",{ok,['17X'],[]}}
%% expect: {"~a","-3",{ok,['-3'],[]}}
%% expect: {"~a","1.5",{ok,['1.5'],[]}}
%% expect: {"~a","x7",{ok,[x7],[]}}
%% expect: {"~a","~",{ok,['~'],[]}}
%% expect: {"~-",[],{more,"~-",0,[]}}
%% expect: {"~-"," ",{ok,[1]," "}}
%% expect: {"~-","5",{ok,[1],"5"}}
%% expect: {"~-","5 ",{ok,[1],"5 "}}
%% expect: {"~-","17X",{ok,[1],"17X"}}
%% expect: {"~-","-3",{ok,[-1],"3"}}
%% expect: {"~-","1.5",{ok,[1],"1.5"}}
%% expect: {"~-","x7",{ok,[1],"x7"}}
%% expect: {"~-","~",{ok,[1],"~"}}
%% expect: {"~3c",[],{more,"~3c",0,[]}}
%% expect: {"~3c"," ",{error,{fread,character}}}
%% expect: {"~3c","5",{error,{fread,character}}}
%% expect: {"~3c","5 ",{error,{fread,character}}}
%% expect: {"~3c","17X",{ok,["17X"],[]}}
%% expect: {"~3c","-3",{error,{fread,character}}}
%% expect: {"~3c","1.5",{ok,["1.5"],[]}}
%% expect: {"~3c","x7",{error,{fread,character}}}
%% expect: {"~3c","~",{error,{fread,character}}}
%% expect: {"~2d",[],{more,"~2d",0,[]}}
%% expect: {"~2d"," ",{error,{fread,integer}}}
%% expect: {"~2d","5",{error,{fread,integer}}}
%% expect: {"~2d","5 ",{error,{fread,integer}}}
%% expect: {"~2d","17X",{ok,[17],"X"}}
%% expect: {"~2d","-3",{ok,[-3],[]}}
%% expect: {"~2d","1.5",{error,{fread,integer}}}
%% expect: {"~2d","x7",{error,{fread,integer}}}
%% expect: {"~2d","~",{error,{fread,integer}}}
%% expect: {"~2s",[],{more,"~2s",0,[]}}
%% expect: {"~2s"," ",{error,{fread,string}}}
%% expect: {"~2s","5",{error,{fread,string}}}
%% expect: {"~2s","5 ",{ok,["5"],[]}}
%% expect: {"~2s","17X",{ok,["17"],"X"}}
%% expect: {"~2s","-3",{ok,["-3"],[]}}
%% expect: {"~2s","1.5",{ok,["1."],"5"}}
%% expect: {"~2s","x7",{ok,["x7"],[]}}
%% expect: {"~2s","~",{error,{fread,string}}}
%% expect: {"~2a",[],{more,"~2a",0,[]}}
%% expect: {"~2a"," ",{error,{fread,atom}}}
%% expect: {"~2a","5",{error,{fread,atom}}}
%% expect: {"~2a","5 ",{ok,['5'],[]}}
%% expect: {"~2a","17X",{ok,['17'],"X"}}
%% expect: {"~2a","-3",{ok,['-3'],[]}}
%% expect: {"~2a","1.5",{ok,['1.'],"5"}}
%% expect: {"~2a","x7",{ok,[x7],[]}}
%% expect: {"~2a","~",{error,{fread,atom}}}
%% expect: {"~4f",[],{more,"~4f",0,[]}}
%% expect: {"~4f"," ",{error,{fread,float}}}
%% expect: {"~4f","5",{error,{fread,float}}}
%% expect: {"~4f","5 ",{error,{fread,float}}}
%% expect: {"~4f","17X",{error,{fread,float}}}
%% expect: {"~4f","-3",{error,{fread,float}}}
%% expect: {"~4f","1.5",{error,{fread,float}}}
%% expect: {"~4f","x7",{error,{fread,float}}}
%% expect: {"~4f","~",{error,{fread,float}}}
%% expect: {"~3#",[],{more,"~3#",0,[]}}
%% expect: {"~3#"," ",{error,{fread,based}}}
%% expect: {"~3#","5",{error,{fread,based}}}
%% expect: {"~3#","5 ",{error,{fread,based}}}
%% expect: {"~3#","17X",{error,{fread,based}}}
%% expect: {"~3#","-3",{error,{fread,based}}}
%% expect: {"~3#","1.5",{error,{fread,based}}}
%% expect: {"~3#","x7",{error,{fread,based}}}
%% expect: {"~3#","~",{error,{fread,based}}}
%% expect: {"~2-",[],{more,"~2-",0,[]}}
%% expect: {"~2-"," ",{ok,[1]," "}}
%% expect: {"~2-","5",{ok,[1],"5"}}
%% expect: {"~2-","5 ",{ok,[1],"5 "}}
%% expect: {"~2-","17X",{ok,[1],"17X"}}
%% expect: {"~2-","-3",{ok,[-1],"3"}}
%% expect: {"~2-","1.5",{ok,[1],"1.5"}}
%% expect: {"~2-","x7",{ok,[1],"x7"}}
%% expect: {"~2-","~",{ok,[1],"~"}}
%% expect: {"~~",[],{more,"~~",0,[]}}
%% expect: {"~~"," ",{error,{fread,format}}}
%% expect: {"~~","5",{error,{fread,format}}}
%% expect: {"~~","5 ",{error,{fread,format}}}
%% expect: {"~~","17X",{error,{fread,format}}}
%% expect: {"~~","-3",{error,{fread,format}}}
%% expect: {"~~","1.5",{error,{fread,format}}}
%% expect: {"~~","x7",{error,{fread,format}}}
%% expect: {"~~","~",{ok,[],[]}}
%% expect: {"x~d",[],{more,"x~d",0,[]}}
%% expect: {"x~d"," ",{error,{fread,input}}}
%% expect: {"x~d","5",{error,{fread,input}}}
%% expect: {"x~d","5 ",{error,{fread,input}}}
%% expect: {"x~d","17X",{error,{fread,input}}}
%% expect: {"x~d","-3",{error,{fread,input}}}
%% expect: {"x~d","1.5",{error,{fread,input}}}
%% expect: {"x~d","x7",{ok,[7],[]}}
%% expect: {"x~d","~",{error,{fread,input}}}
%% expect: {done,eof,eof}
%% expect: {done,eof,eof}
%% expect: {error,{badarg,<<192,192>>}}
%% expect: {error,{badarg,<<192,192>>}}
%% expect: {error,{badarg,<<192,192>>}}
%% expect: {error,{badarg,<<192,192>>}}
%% expect: {match,[{0,5}]}
%% expect: {match,[{0,6},{0,1}]}
%% expect: {error,badarg}
%% expect: {match,[{0,3}]}
%% expect: {error,badarg}
%% expect: {error,{"setting UTF is disabled by the application",0}}
%% expect: "2010-04-12T00:35:41+02:00"
%% expect: "1970-01-15T19:03:45.341+02:00"
%% expect: "2010-04-11T21:35:41-01:00"
%% expect: "1970-01-01T00:00:01.271Z"
%% expect: {error,{badarg,[253402300799,[{offset,"+02:00"}]]}}
%% expect: "1978-01-11T23:31:40.799+02:00"
%% expect: "9999-12-31T22:59:59-01:00"
%% expect: "1970-01-01T00:04:13.402Z"
