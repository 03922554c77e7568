%% Compression all at once and by streams, in every format, and what is wrong with data and calls.
-module(zlib_streams).
-export([main/0]).

main() ->
    P = fun(X) -> io:format("~p~n",[X]) end, E = fun(F) -> P(try F() catch C:R -> {C,R} end) end, D = list_to_binary(lists:duplicate(50, "hello world ")),
 P(zlib:uncompress(zlib:compress(D)) =:= D),
    P(zlib:unzip(zlib:zip([D])) =:= D),
    P(zlib:gunzip(zlib:gzip(D)) =:= D),
    P(zlib:compress("")),
    P(zlib:zip(<<>>)),
    P(binary:part(zlib:gzip("abc"),0,10)),
    E(fun() -> zlib:uncompress(<<"abc">>) end),
    E(fun() -> zlib:uncompress(binary:part(zlib:compress(D),0,10)) end),
    E(fun() -> zlib:gunzip(<<"abc">>) end),
    E(fun() -> zlib:compress(foo) end),
    E(fun() -> zlib:unzip(<<255,255>>) end),
    E(fun() -> zlib:gunzip(<<(zlib:gzip("a"))/binary,(zlib:gzip("b"))/binary>>) end),
 Z = zlib:open(),
    P(zlib:deflateInit(Z)), B1 = zlib:deflate(Z,"abc"), B2 = zlib:deflate(Z,["def"],finish),
    P(zlib:deflateEnd(Z)),
    P(zlib:uncompress(iolist_to_binary([B1,B2]))),
    P(zlib:close(Z)),
    E(fun() -> zlib:close(Z) end),
    E(fun() -> zlib:deflate(Z,"a") end),
 I = zlib:open(),
    P(zlib:inflateInit(I)), C = zlib:compress(D),
    P(iolist_to_binary(zlib:inflate(I,binary:part(C,0,5)))),
    P(iolist_to_binary(zlib:inflate(I,binary:part(C,5,byte_size(C)-5))) =:= D),
    P(zlib:inflateEnd(I)),
    E(fun() -> zlib:inflate(I,"") end),
    P(zlib:inflateInit(I,-15)),
    P(iolist_to_binary(zlib:inflate(I,zlib:zip("raw")))),
    P(zlib:inflateEnd(I)),
    P(zlib:inflateInit(I,31)),
    P(iolist_to_binary(zlib:inflate(I,zlib:gzip("gz")))),
    P(zlib:inflateReset(I)),
    P(iolist_to_binary(zlib:inflate(I,zlib:gzip("gz2")))),
    P(zlib:inflateEnd(I)),
    P(zlib:inflateInit(I,47)),
    P(iolist_to_binary(zlib:inflate(I,zlib:compress("auto")))),
    P(zlib:inflateEnd(I)),
    P(zlib:inflateInit(I)), {continue,Q} = zlib:safeInflate(I,zlib:compress(lists:duplicate(100000,$a))),
    P(is_list(Q)),
    P(zlib:inflateReset(I)), {finished,Q2} = zlib:safeInflate(I,zlib:compress("abc")),
    P(iolist_to_binary(Q2)),
    P(zlib:inflateEnd(I)), zlib:close(I),
 G = zlib:open(),
    P(zlib:deflateInit(G,default,deflated,31,8,default)), GB = zlib:deflate(G,"gzipped",finish), zlib:deflateEnd(G),
    P(zlib:gunzip(GB)),
    P(zlib:deflateInit(G,9,deflated,-15,8,default)), GB2 = zlib:deflate(G,"raw",finish),
    P(zlib:unzip(GB2)), zlib:deflateEnd(G),
    P(zlib:deflateInit(G,none)), S1 = zlib:deflate(G,"one",sync), S2 = zlib:deflate(G,"two",finish),
    P(zlib:uncompress([S1,S2])), zlib:deflateReset(G), S3 = zlib:deflate(G,"x",finish),
    P(zlib:uncompress(S3)),
    E(fun() -> zlib:deflateInit(G) end), zlib:close(G),
    E(fun() -> zlib:inflateInit(foo) end),
    E(fun() -> zlib:deflateInit(zlib:open(),77) end),
    E(fun() -> zlib:inflate(zlib:open(),"") end),
 X = zlib:open(), zlib:inflateInit(X), zlib:inflate(X,binary:part(C,0,5)),
    E(fun() -> zlib:inflateEnd(X) end), Y = zlib:open(), zlib:deflateInit(Y), zlib:deflate(Y,"abc"),
    E(fun() -> zlib:deflateEnd(Y) end),
    P(erlang:crc32("abc")),
    P(erlang:adler32(["a",<<"bc">>])),
    P(erlang:crc32(1,"abc")),
    P(zlib:crc32(zlib:open(),"abc")),
    P(erlang:crc32_combine(erlang:crc32("ab"),erlang:crc32("c"),1)),
    P(erlang:adler32_combine(erlang:adler32("ab"),erlang:adler32("c"),1)),
 DD = zlib:open(), zlib:deflateInit(DD), AD = zlib:deflateSetDictionary(DD,"hello world"),
    P(AD), DB = zlib:deflate(DD,"hello world hello",finish), IX = zlib:open(), zlib:inflateInit(IX),
    E(fun() -> zlib:inflate(IX,DB) end),
    P(zlib:inflateSetDictionary(IX,"hello world")),
    E(fun() -> iolist_to_binary(zlib:inflate(IX,[])) end),
    E(fun() -> zlib:inflateChunk(IX) end).
%% expect: true
%% expect: true
%% expect: true
%% expect: <<120,156,3,0,0,0,0,1>>
%% expect: <<3,0>>
%% expect: <<31,139,8,0,0,0,0,0,0,3>>
%% expect: {error,data_error}
%% expect: {error,data_error}
%% expect: {error,data_error}
%% expect: {error,badarg}
%% expect: {error,data_error}
%% expect: <<"ab">>
%% expect: ok
%% expect: ok
%% expect: <<"abcdef">>
%% expect: ok
%% expect: {error,not_initialized}
%% expect: {error,not_initialized}
%% expect: ok
%% expect: <<"he">>
%% expect: false
%% expect: ok
%% expect: {error,not_initialized}
%% expect: ok
%% expect: <<"raw">>
%% expect: ok
%% expect: ok
%% expect: <<"gz">>
%% expect: ok
%% expect: <<"gz2">>
%% expect: ok
%% expect: ok
%% expect: <<"auto">>
%% expect: ok
%% expect: ok
%% expect: true
%% expect: ok
%% expect: <<"abc">>
%% expect: ok
%% expect: ok
%% expect: <<"gzipped">>
%% expect: ok
%% expect: <<"raw">>
%% expect: ok
%% expect: <<"onetwo">>
%% expect: <<"x">>
%% expect: {error,already_initialized}
%% expect: {error,badarg}
%% expect: {error,bad_compression_level}
%% expect: {error,not_initialized}
%% expect: {error,data_error}
%% expect: {error,data_error}
%% expect: 891568578
%% expect: 38600999
%% expect: 887499765
%% expect: 891568578
%% expect: 891568578
%% expect: 38600999
%% expect: 436929629
%% expect: {error,{need_dictionary,436929629}}
%% expect: ok
%% expect: <<"hello world hello">>
%% expect: []
