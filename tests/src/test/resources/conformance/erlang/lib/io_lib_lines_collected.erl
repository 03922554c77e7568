%% Lines collected from characters and bytes as they come, root names below folders, and atoms that ~s cannot show.
-module(io_lib_lines_collected).
-export([main/0]).

main() ->
    P = fun(X) -> io:format("~p~n", [X]) end,
    [P({Parts, collect(start, Parts)}) || Parts <- [[eof], ["ab", eof], ["a", "b\nc"], ["ab\r", "\ncd"], ["a\rb", "\n"], ["a\n"],
                                                   [<<"ab">>, eof], [<<"a">>, <<"b\nc">>], [<<"ab\r">>, <<"\ncd">>],
                                                   [<<"ab\r">>, eof], ["", "\n"], [<<>>, <<"\r\n">>]]],
    [P({N, E, filename:rootname(N, E)}) || {N, E} <- [{"/a.b/", ".b"}, {"a/.erl", ".erl"}, {".erl", ".erl"}, {"a/b.erl", ".erl"},
                                                     {<<"a/.erl">>, ".erl"}, {"a/", ""}]],
    [P(try lists:flatten(io_lib:format(F, A)) catch error:badarg -> badarg end)
     || {F, A} <- [{"~s", ['\x{100}']}, {"~10s", ['a\x{100}']}, {"~ts", ['\x{100}']}, {"~s", ['\x{e5}']}]].

collect(State, [Part | Rest]) ->
    case io_lib:collect_line(State, Part, any) of
        {stop, Line, Left} -> {Line, Left, Rest};
        More -> collect(More, Rest)
    end;
collect(_, []) -> unfinished.
%% expect: {[eof],{eof,eof,[]}}
%% expect: {["ab",eof],{"ab",eof,[]}}
%% expect: {["a","b\nc"],{"ab\n","c",[]}}
%% expect: {["ab\r","\ncd"],{"ab\n","cd",[]}}
%% expect: {["a\rb","\n"],{"a\rb\n",[],[]}}
%% expect: {["a\n"],{"a\n",[],[]}}
%% expect: {[<<"ab">>,eof],{<<"ab">>,eof,[]}}
%% expect: {[<<"a">>,<<"b\nc">>],{<<"ab\n">>,<<"c">>,[]}}
%% expect: {[<<"ab\r">>,<<"\ncd">>],{<<"ab\n">>,<<"cd">>,[]}}
%% expect: {[<<"ab\r">>,eof],{<<"ab\r">>,eof,[]}}
%% expect: {[[],"\n"],{"\n",[],[]}}
%% expect: {[<<>>,<<"\r\n">>],{<<"\n">>,<<>>,[]}}
%% expect: {"/a.b/",".b","/a.b/"}
%% expect: {"a/.erl",".erl","a/.erl"}
%% expect: {".erl",".erl",[]}
%% expect: {"a/b.erl",".erl","a/b"}
%% expect: {<<"a/.erl">>,".erl",<<"a/.erl">>}
%% expect: {"a/",[],"a/"}
%% expect: badarg
%% expect: badarg
%% expect: [256]
%% expect: "å"
