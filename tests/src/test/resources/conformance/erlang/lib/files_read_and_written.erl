%% Files as processes and raw ones, folders, links, what is known of them, wildcards, terms and expressions in files.
-module(files_read_and_written).
-include_lib("kernel/include/file.hrl").
-export([main/0]).

%% A folder of its own below that for temporary files.
folder() ->
    Top = os:getenv("TMPDIR", "/tmp"),
    Folder = filename:join(Top, "moonbeam_files_" ++ integer_to_list(erlang:unique_integer([positive])) ++ "_" ++ os:getpid()),
    file:del_dir_r(Folder),
    Folder.

main() ->
    D = folder(), P = fun(X) -> io:format("~p~n",[X]) end, F = fun(N) -> filename:join(D,N) end,
 P(file:make_dir(D)),
    P(file:make_dir(D)),
    P(file:write_file(F("a.txt"), ["hello\n",<<"world\r\nx">>])),
    P(file:read_file(F("a.txt"))),
    P(file:read_file(F("nosuch"))),
    P(file:read_file(D)),
    P(file:read_file([1.5])),
    P(file:read_file("a\0b")),
    P(file:read_file(F("a.txt/b"))),
    P(file:write_file(F("x/y"),"a")),
    P(file:write_file(F("b"),foo)),
    P(file:write_file(F("b"),"1",[append])),
    P(file:write_file(F("b"),"2",[append])),
    P(file:read_file(F("b"))),
    P(file:write_file(F("b"),"2",[exclusive])),
    P(file:list_dir(F("nosuch"))),
    P(lists:sort(element(2,file:list_dir(D)))),
    P(file:list_dir(F("b"))),
 {ok,I} = file:read_file_info(F("a.txt")),
    P({I#file_info.size,I#file_info.type,I#file_info.access,is_tuple(I#file_info.mtime),I#file_info.links}),
    P(file:read_file_info(F("q"))),
    {ok,I2} = file:read_file_info(D,[{time,posix}]),
    P({I2#file_info.type,is_integer(I2#file_info.mtime)}),
 {ok,R} = file:open(F("a.txt"),[read]),
    P(file:read(R,3)),
    P(io:get_line(R,"")),
    P(file:position(R,cur)),
    P(file:read_line(R)),
    P(file:read(R,100)),
    P(file:read(R,1)),
    P(io:get_line(R,"")),
    P(file:position(R,{bof,1})),
    P(io:get_chars(R,"",4)),
    P(file:position(R,{eof,-2})),
    P(file:position(R,{cur,-100})),
    P(file:position(R,foo)),
    P(file:pread(R,0,5)),
    P(file:pread(R,[{0,2},{100,1}])),
    P(file:write(R,"x")),
    P(file:close(R)),
    P(file:close(R)),
    P(file:read(R,1)),
    P(is_process_alive(R)),
 {ok,W} = file:open(F("c"),[write,read,binary]),
    P(file:write(W,"abc")),
    P(io:format(W,"~p ~s~n",[a,"xyz"])),
    P(file:position(W,0)),
    P(file:read(W,100)),
    P(file:pwrite(W,1,"ZZ")),
    P(file:pread(W,0,4)),
    P(file:position(W,2)),
    P(file:truncate(W)),
    P(file:sync(W)),
    P(file:close(W)),
    P(file:read_file(F("c"))),
 {ok,Raw} = file:open(F("c"),[read,write,raw,binary]),
    P(file:read(Raw,1)),
    P(file:read_line(Raw)),
    P(file:read(Raw,1)),
    P(file:write(Raw,"q\nr")),
    P(file:position(Raw,bof)),
    P(file:read_line(Raw)),
    P(file:read_line(Raw)),
    P(file:read_line(Raw)),
    P(file:datasync(Raw)),
    P(file:advise(Raw,0,0,normal)),
    P(file:close(Raw)),
    P(file:close(Raw)),
    P(file:read(Raw,1)),
 P(file:open(F("none"),[read])),
    P(file:open(D,[read])),
    P(file:open(D,[write])),
    P(file:open(foo,bar)), 
 {ok,U} = file:open(F("u"),[write,{encoding,utf8}]),
    P(io:put_chars(U,[8364,$\n])),
    P(file:write(U,<<200>>)),
    P(io:format(U,"~ts",["é"])),
    P(lists:sort(io:getopts(U))), file:close(U),
    P(file:read_file(F("u"))),
    {ok,U2} = file:open(F("u"),[read,{encoding,unicode}]),
    P(io:get_line(U2,"")),
    P(io:get_chars(U2,"",2)),
    P(io:get_line(U2,"")), file:close(U2),
 {ok,L1} = file:open(F("l"),[write]), file:close(L1), 
 P(file:rename(F("c"),F("d"))),
    P(file:rename(F("c"),F("d"))),
    P(file:delete(F("d"))),
    P(file:delete(F("d"))),
    P(file:delete(D)),
    P(file:del_dir(D)),
    P(file:del_dir(F("a.txt"))),
    P(file:copy(F("a.txt"),F("e"))),
    P(file:copy(F("a.txt"),F("e"),4)),
    P(file:read_file(F("e"))),
    P(file:copy(F("zz"),F("e"))),
    P(file:make_symlink("a.txt",F("sl"))),
    P(file:read_link(F("sl"))),
    P(file:read_file(F("sl"))),
    {ok,I3}=file:read_link_info(F("sl")),
    P(I3#file_info.type),
    P(file:read_link(F("e"))),
 ok = file:write_file(F("t.cfg"), "{a,1}.\n%c\n[b,\"c\"].\n"),
    P(file:consult(F("t.cfg"))),
    ok = file:write_file(F("t2.cfg"), "{a,1}.\n{b"),
    P(file:consult(F("t2.cfg"))),
    ok = file:write_file(F("t3.cfg"), "{a,1}.\nX.\n"),
    P(file:consult(F("t3.cfg"))),
    P(file:consult(F("q"))),
    ok = file:write_file(F("s"), "X = 1.\nX + A.\n"),
    P(file:script(F("s"),[{'A',2}])),
    P(file:eval(F("s"),[{'A',2}])),
    P(element(1,file:eval(F("s")))),
    {ok, T1, _} = file:path_consult([F("no"),D],"t.cfg"),
    P(T1),
    P(file:path_open([F("no")],"t.cfg",[read])),
 P([filelib:G(F(N)) || G <- [is_file,is_dir,is_regular], N <- ["a.txt","","q"]]),
    P(filelib:file_size(F("a.txt"))),
    P(filelib:ensure_dir(F("m/n/o"))),
    P(filelib:is_dir(F("m/n"))),
    P(filelib:ensure_path(F("m/p/q"))), file:write_file(F("m/n/x.erl"),""), file:write_file(F("m/x.hrl"),""), file:write_file(F("m/.h"),""),
 [P({W1,filelib:wildcard(W1,D)}) || W1 <- ["*","*.txt","m/*","**","**/*.erl","*.{txt,cfg}","t[2-3].cfg","t?.cfg","[!a]","m/n/x.erl","nosuch","m/**","*/*/*","{a.txt,e}","\\*","m","./a.txt","../t/e"]],
    P(length(filelib:wildcard(F("m/*")))),
    P(lists:sort(filelib:fold_files(D,"\\.(erl|hrl)$",true,fun(X,A)->[filename:basename(X)|A] end,[]))),
    P(filelib:fold_files(D,".*rl",false,fun(X,A)->[X|A] end,[])),
    P(is_tuple(filelib:last_modified(D))),
    P(filelib:last_modified(F("q"))),
    P([filelib:safe_relative_path(X,D) || X <- ["a/b","../x","a/../b","/x","a/./b","","."]]),
 P(file:change_time(F("e"),{{2020,1,2},{3,4,5}})),
    {ok,I4} = file:read_file_info(F("e")),
    P(I4#file_info.mtime),
    P(file:change_mode(F("e"),8#640)),
    {ok,I5} = file:read_file_info(F("e")),
    P(I5#file_info.mode band 8#777),
    P(file:format_error(enoent)),
    P(file:format_error({3,erl_parse,"x"})),
    P(file:del_dir_r(D)),
    P(filelib:is_file(D)).
%% expect: ok
%% expect: {error,eexist}
%% expect: ok
%% expect: {ok,<<"hello\nworld\r\nx">>}
%% expect: {error,enoent}
%% expect: {error,eisdir}
%% expect: {error,badarg}
%% expect: {error,badarg}
%% expect: {error,enotdir}
%% expect: {error,enoent}
%% expect: {error,badarg}
%% expect: ok
%% expect: ok
%% expect: {ok,<<"12">>}
%% expect: {error,eexist}
%% expect: {error,enoent}
%% expect: ["a.txt","b"]
%% expect: {error,enotdir}
%% expect: {14,regular,read_write,true,1}
%% expect: {error,enoent}
%% expect: {directory,true}
%% expect: {ok,"hel"}
%% expect: "lo\n"
%% expect: {ok,6}
%% expect: {ok,"world\n"}
%% expect: {ok,"x"}
%% expect: eof
%% expect: eof
%% expect: {ok,1}
%% expect: "ello"
%% expect: {ok,12}
%% expect: {error,einval}
%% expect: {error,badarg}
%% expect: {ok,"hello"}
%% expect: {ok,["he",eof]}
%% expect: {error,ebadf}
%% expect: ok
%% expect: ok
%% expect: {error,terminated}
%% expect: false
%% expect: ok
%% expect: ok
%% expect: {ok,0}
%% expect: {ok,<<"abca xyz\n">>}
%% expect: ok
%% expect: {ok,<<"aZZa">>}
%% expect: {ok,2}
%% expect: ok
%% expect: ok
%% expect: ok
%% expect: {ok,<<"aZ">>}
%% expect: {ok,<<"a">>}
%% expect: {ok,<<"Z">>}
%% expect: eof
%% expect: ok
%% expect: {ok,0}
%% expect: {ok,<<"aZq\n">>}
%% expect: {ok,<<"r">>}
%% expect: eof
%% expect: ok
%% expect: ok
%% expect: ok
%% expect: {error,einval}
%% expect: {error,einval}
%% expect: {error,enoent}
%% expect: {error,eisdir}
%% expect: {error,eisdir}
%% expect: {error,badarg}
%% expect: ok
%% expect: ok
%% expect: ok
%% expect: [{binary,false},{encoding,unicode}]
%% expect: {ok,<<226,130,172,10,195,136,195,169>>}
%% expect: [8364,10]
%% expect: "Èé"
%% expect: eof
%% expect: ok
%% expect: {error,enoent}
%% expect: ok
%% expect: {error,enoent}
%% expect: {error,eperm}
%% expect: {error,eexist}
%% expect: {error,enotdir}
%% expect: {ok,14}
%% expect: {ok,4}
%% expect: {ok,<<"hell">>}
%% expect: {error,enoent}
%% expect: ok
%% expect: {ok,"a.txt"}
%% expect: {ok,<<"hello\nworld\r\nx">>}
%% expect: symlink
%% expect: {error,einval}
%% expect: {ok,[{a,1},[b,"c"]]}
%% expect: {error,{2,erl_parse,["syntax error before: ",[]]}}
%% expect: {error,{2,erl_parse,"bad term"}}
%% expect: {error,enoent}
%% expect: {ok,3}
%% expect: ok
%% expect: error
%% expect: [{a,1},[b,"c"]]
%% expect: {error,enoent}
%% expect: [true,true,false,false,true,false,true,false,false]
%% expect: 14
%% expect: ok
%% expect: true
%% expect: ok
%% expect: {"*",["a.txt","b","e","l","m","s","sl","t.cfg","t2.cfg","t3.cfg","u"]}
%% expect: {"*.txt",["a.txt"]}
%% expect: {"m/*",["m/.h","m/n","m/p","m/x.hrl"]}
%% expect: {"**",
%% expect:  ["a.txt","b","e","l","m","m/.h","m/n","m/n/x.erl","m/p","m/p/q","m/x.hrl",
%% expect:   "s","sl","t.cfg","t2.cfg","t3.cfg","u"]}
%% expect: {"**/*.erl",["m/n/x.erl"]}
%% expect: {"*.{txt,cfg}",["a.txt","t.cfg","t2.cfg","t3.cfg"]}
%% expect: {"t[2-3].cfg",["t2.cfg","t3.cfg"]}
%% expect: {"t?.cfg",["t2.cfg","t3.cfg"]}
%% expect: {"[!a]",[]}
%% expect: {"m/n/x.erl",["m/n/x.erl"]}
%% expect: {"nosuch",[]}
%% expect: {"m/**",["m/.h","m/n","m/n/x.erl","m/p","m/p/q","m/x.hrl"]}
%% expect: {"*/*/*",["m/n/x.erl","m/p/q"]}
%% expect: {"{a.txt,e}",["a.txt","e"]}
%% expect: {"\\*",[]}
%% expect: {"m",["m"]}
%% expect: {"./a.txt",["a.txt"]}
%% expect: {"../t/e",[]}
%% expect: 4
%% expect: ["x.erl","x.hrl"]
%% expect: []
%% expect: true
%% expect: 0
%% expect: ["a/b",unsafe,"b",unsafe,"a/b",[],[]]
%% expect: ok
%% expect: {{2020,1,2},{3,4,5}}
%% expect: ok
%% expect: 416
%% expect: "no such file or directory"
%% expect: ["3",58,32,"x"]
%% expect: ok
%% expect: false
