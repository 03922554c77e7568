%% Packets of all types that erlang:decode_packet/3 knows.
-module(packets_in_bytes).
-export([main/0]).
p(X) -> io:format("~p~n", [X]).
d(T, B) -> d(T, B, []).
d(T, B, O) -> p({T, B, O, try erlang:decode_packet(T, B, O) catch C:R -> {C, R} end}).
main() ->
  [d(T, B) || T <- [raw, 0], B <- [<<>>, <<"abc">>]],
  [d(T, B) || {T, B} <- [{1, <<3,"abcde">>}, {1, <<3,"ab">>}, {1, <<>>}, {1,<<0>>}, {2, <<0,3,"abcd">>}, {2, <<0>>}, {2,<<0,5,"a">>}, {4, <<0,0,0,1,"ab">>}, {4, <<0,0,0,2,"a">>}, {4, <<0,0>>}, {4, <<255,255,255,255,1>>}]],
  [d(4, B, O) || {B, O} <- [{<<0,0,0,100,"a">>, [{packet_size, 10}]}, {<<0,0,0,5,"abcde">>, [{packet_size, 4}]}]],
  [d(line, B) || B <- [<<"a\nb">>, <<"ab">>, <<"\n">>, <<>>, <<"a\r\nb\n">>]],
  [d(line, B, O) || {B, O} <- [{<<"abcdef\nx">>, [{line_length, 3}]}, {<<"abcdef\nx">>, [{line_delimiter, $d}]}, {<<"abcdef\n">>, [{packet_size, 3}]}, {<<"abcdef">>, [{packet_size, 3}]}, {<<"abcdef\n">>, [{line_length, 7}]}, {<<"abcdef\n">>, [{line_length, 6}]}]],
  [d(T, B) || T <- [http, http_bin], B <- [<<"GET / HTTP/1.1\r\nHost: x\r\n">>, <<"GET /a?b=c HTTP/1.0\n">>, <<"FOO http://host:80/p HTTP/1.1\r\n">>, <<"OPTIONS * HTTP/1.1\r\n">>, <<"CONNECT a.b:443 HTTP/1.1\r\n">>, <<"GET http://h/p HTTP/1.1\r\n">>, <<"GET https://h HTTP/1.1\r\n">>, <<"HTTP/1.1 200 OK\r\n">>, <<"HTTP/1.1 404 Not Found\r\n">>, <<"HTTP/1.0 200\r\n">>, <<"GET /">>, <<>>, <<"\r\n">>, <<"garbage\r\n">>, <<"GET  /  HTTP/1.1\r\n">>, <<"GET /\r\n">>, <<"get / HTTP/1.1\r\n">>, <<"PROPFIND x HTTP/1.1\r\n">>, <<"GET foo:bar HTTP/1.1\r\n">>, <<"HTTP/2.0 xx OK\r\n">>]],
  [d(T, B) || T <- [httph, httph_bin], B <- [<<"Host: example.org\r\nX">>, <<"content-length:  12  \r\nX">>, <<"X-My-header: a b\r\n\r\n">>, <<"x-my-header:a\r\n\r\n">>, <<"\r\nrest">>, <<"\n">>, <<"Foo: bar">>, <<"Foo: bar\r\n">>, <<"Foo: bar\r\n baz\r\nX">>, <<"Foo bar\r\nX">>, <<"ETag: \"x\"\nX">>, <<"Foo:\r\nX">>, <<"WWW-Authenticate: Basic\r\nX">>, <<"te: x\r\nX">>, <<"averyveryverylongheadername-indeed: x\r\nX">>, <<"foo : x\r\ny">>]],
  [d(http, B, [{packet_size, 5}]) || B <- [<<"GET / HTTP/1.1\r\n">>]],
  [d(T, B) || {T, B} <- [{nonsense, <<>>}, {1, a}, {1, "abc"}, {line, <<1:1>>}, {asn1, <<48,3,1,2,3,4>>}, {asn1, <<48>>}, {asn1, <<48,16#81,2,7,8,9>>}, {sunrm, <<16#80,0,0,2,"abc">>}, {sunrm, <<0,0,0,2,"a">>}, {cdr, <<"GIOP",1,0,0,0,0,0,0,2,"abc">>}, {fcgi, <<1,2,0,3,0,2,1,0,"abcd">>}, {tpkt, <<3,0,0,6,"abc">>}, {ssl_tls, <<22,3,1,0,2,"abc">>}]],
  d(line, <<"a">>, [x]), d(line, <<"a\n">>, [{packet_size, -1}]), d(line, <<"a\n">>, x),
  Names = ["Cache-Control", "Connection", "Date", "Pragma", "Transfer-Encoding", "Upgrade", "Via", "Accept", "Accept-Charset",
           "Accept-Encoding", "Accept-Language", "Authorization", "From", "Host", "If-Modified-Since", "If-Match", "If-None-Match",
           "If-Range", "If-Unmodified-Since", "Max-Forwards", "Proxy-Authorization", "Range", "Referer", "User-Agent", "Age",
           "Location", "Proxy-Authenticate", "Public", "Retry-After", "Server", "Vary", "Warning", "WWW-Authenticate", "Allow",
           "Content-Base", "Content-Encoding", "Content-Language", "Content-Length", "Content-Location", "Content-MD5",
           "Content-Range", "Content-Type", "ETag", "Expires", "Last-Modified", "Accept-Ranges", "Set-Cookie", "Set-Cookie2",
           "X-Forwarded-For", "Cookie", "Keep-Alive", "Proxy-Connection", "Origin", lists:duplicate(50, $a), lists:duplicate(51, $a)],
  [begin {ok, {http_header, I, A, _, _}, _} = erlang:decode_packet(httph, list_to_binary([N, ": v\r\nX"]), []), p({I, A}) end || N <- Names],
  [begin {ok, {http_request, A, _, _}, _} = erlang:decode_packet(http, list_to_binary([N, " / HTTP/1.1\r\n"]), []), p(A) end ||
      N <- ["OPTIONS", "GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "PATCH", "CONNECT"]],
  [d(httph, <<C, "ab: x\r\nX">>) || C <- "a1-_~!|@(/\"\t "],
  [d(http, B) || B <- [<<"GET HTTP://Host:x/p HTTP/1.1\r\n">>, <<"GET http://h:99999/p HTTP/1.1\r\n">>, <<"GET http://h:/ HTTP/1.1\r\n">>,
      <<"GET / HTTP/1.x\r\n">>, <<"GET / FTP/1.0\r\n">>, <<"HTTP/1.1200 OK\r\n">>, <<"HTTP/11.0 200 OK\r\n">>, <<" GET / HTTP/1.1\r\n">>, <<"GET / HTTP/1.1 \r\n">>, <<"GET /\tHTTP/1.1\r\n">>]],
  [p(element(3, element(2, erlang:decode_packet(httph, list_to_binary([N, ": v\r\nX"]), [])))) || N <- ["-a-b", "a--b", "A_b-c", "1a-b", "_a", "a-1b", "-", "--a", "a-B"]],
  [d(http, list_to_binary([N, "\r\n"])) || N <- ["GET / HTTP/1.1x", "GET / HTTP/1.", "GET / HTTP/.1", "GET / HTTP/123.456", "GET / http/1.1",
      "HTTP/1.1 200x OK", "HTTP/1.1  200  OK ", "HTTP/1.1\t200\tOK", "HTTP/1. 200 OK", "http/1.1 200 OK", "GET http://h:1x/p HTTP/1.1",
      "GET http:/x HTTP/1.1", "GET http://h?x HTTP/1.1", "GET HttpS://h/ HTTP/1.1", "GET http:// HTTP/1.1", "HTTP/1.1", "HTTP/1.1 ",
      "HTTP/1.1 -1 x", "GET", "GET ", "GET /  ", "HTTP/x /a HTTP/1.1", "GET ftp://a/b HTTP/1.1", "GET abcd://b HTTP/1.1"]].
%% expect: {raw,<<>>,[],{more,undefined}}
%% expect: {raw,<<"abc">>,[],{ok,<<"abc">>,<<>>}}
%% expect: {0,<<>>,[],{more,undefined}}
%% expect: {0,<<"abc">>,[],{ok,<<"abc">>,<<>>}}
%% expect: {1,<<3,97,98,99,100,101>>,[],{ok,<<"abc">>,<<"de">>}}
%% expect: {1,<<3,97,98>>,[],{more,4}}
%% expect: {1,<<>>,[],{more,undefined}}
%% expect: {1,<<0>>,[],{ok,<<>>,<<>>}}
%% expect: {2,<<0,3,97,98,99,100>>,[],{ok,<<"abc">>,<<"d">>}}
%% expect: {2,<<0>>,[],{more,undefined}}
%% expect: {2,<<0,5,97>>,[],{more,7}}
%% expect: {4,<<0,0,0,1,97,98>>,[],{ok,<<"a">>,<<"b">>}}
%% expect: {4,<<0,0,0,2,97>>,[],{more,6}}
%% expect: {4,<<0,0>>,[],{more,undefined}}
%% expect: {4,<<255,255,255,255,1>>,[],{error,invalid}}
%% expect: {4,<<0,0,0,100,97>>,[{packet_size,10}],{error,invalid}}
%% expect: {4,<<0,0,0,5,97,98,99,100,101>>,[{packet_size,4}],{error,invalid}}
%% expect: {line,<<"a\nb">>,[],{ok,<<"a\n">>,<<"b">>}}
%% expect: {line,<<"ab">>,[],{more,undefined}}
%% expect: {line,<<"\n">>,[],{ok,<<"\n">>,<<>>}}
%% expect: {line,<<>>,[],{more,undefined}}
%% expect: {line,<<"a\r\nb\n">>,[],{ok,<<"a\r\n">>,<<"b\n">>}}
%% expect: {line,<<"abcdef\nx">>,[{line_length,3}],{ok,<<"abc">>,<<"def\nx">>}}
%% expect: {line,<<"abcdef\nx">>,[{line_delimiter,100}],{ok,<<"abcd">>,<<"ef\nx">>}}
%% expect: {line,<<"abcdef\n">>,[{packet_size,3}],{error,invalid}}
%% expect: {line,<<"abcdef">>,[{packet_size,3}],{error,invalid}}
%% expect: {line,<<"abcdef\n">>,[{line_length,7}],{ok,<<"abcdef\n">>,<<>>}}
%% expect: {line,<<"abcdef\n">>,[{line_length,6}],{ok,<<"abcdef">>,<<"\n">>}}
%% expect: {http,<<"GET / HTTP/1.1\r\nHost: x\r\n">>,[],
%% expect:       {ok,{http_request,'GET',{abs_path,"/"},{1,1}},<<"Host: x\r\n">>}}
%% expect: {http,<<"GET /a?b=c HTTP/1.0\n">>,[],
%% expect:       {ok,{http_request,'GET',{abs_path,"/a?b=c"},{1,0}},<<>>}}
%% expect: {http,<<"FOO http://host:80/p HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_request,"FOO",{absoluteURI,http,"host",80,"/p"},{1,1}},<<>>}}
%% expect: {http,<<"OPTIONS * HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_request,'OPTIONS','*',{1,1}},<<>>}}
%% expect: {http,<<"CONNECT a.b:443 HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_request,"CONNECT",{scheme,"a.b","443"},{1,1}},<<>>}}
%% expect: {http,<<"GET http://h/p HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_request,'GET',{absoluteURI,http,"h",undefined,"/p"},{1,1}},
%% expect:           <<>>}}
%% expect: {http,<<"GET https://h HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_request,'GET',{absoluteURI,https,"h",undefined,"/"},{1,1}},
%% expect:           <<>>}}
%% expect: {http,<<"HTTP/1.1 200 OK\r\n">>,[],{ok,{http_response,{1,1},200,"OK"},<<>>}}
%% expect: {http,<<"HTTP/1.1 404 Not Found\r\n">>,[],
%% expect:       {ok,{http_response,{1,1},404,"Not Found"},<<>>}}
%% expect: {http,<<"HTTP/1.0 200\r\n">>,[],{ok,{http_response,{1,0},200,[]},<<>>}}
%% expect: {http,<<"GET /">>,[],{more,undefined}}
%% expect: {http,<<>>,[],{more,undefined}}
%% expect: {http,<<"\r\n">>,[],{ok,{http_error,"\r\n"},<<>>}}
%% expect: {http,<<"garbage\r\n">>,[],{ok,{http_error,"garbage\r\n"},<<>>}}
%% expect: {http,<<"GET  /  HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_request,'GET',{abs_path,"/"},{1,1}},<<>>}}
%% expect: {http,<<"GET /\r\n">>,[],{ok,{http_request,'GET',{abs_path,"/"},{0,9}},<<>>}}
%% expect: {http,<<"get / HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_request,"get",{abs_path,"/"},{1,1}},<<>>}}
%% expect: {http,<<"PROPFIND x HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_request,"PROPFIND",{abs_path,"x"},{1,1}},<<>>}}
%% expect: {http,<<"GET foo:bar HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_request,'GET',{scheme,"foo","bar"},{1,1}},<<>>}}
%% expect: {http,<<"HTTP/2.0 xx OK\r\n">>,[],{ok,{http_error,"HTTP/2.0 xx OK\r\n"},<<>>}}
%% expect: {http_bin,<<"GET / HTTP/1.1\r\nHost: x\r\n">>,[],
%% expect:           {ok,{http_request,'GET',{abs_path,<<"/">>},{1,1}},
%% expect:               <<"Host: x\r\n">>}}
%% expect: {http_bin,<<"GET /a?b=c HTTP/1.0\n">>,[],
%% expect:           {ok,{http_request,'GET',{abs_path,<<"/a?b=c">>},{1,0}},<<>>}}
%% expect: {http_bin,<<"FOO http://host:80/p HTTP/1.1\r\n">>,[],
%% expect:           {ok,{http_request,<<"FOO">>,
%% expect:                             {absoluteURI,http,<<"host">>,80,<<"/p">>},
%% expect:                             {1,1}},
%% expect:               <<>>}}
%% expect: {http_bin,<<"OPTIONS * HTTP/1.1\r\n">>,[],
%% expect:           {ok,{http_request,'OPTIONS','*',{1,1}},<<>>}}
%% expect: {http_bin,<<"CONNECT a.b:443 HTTP/1.1\r\n">>,[],
%% expect:           {ok,{http_request,<<"CONNECT">>,{scheme,<<"a.b">>,<<"443">>},{1,1}},
%% expect:               <<>>}}
%% expect: {http_bin,<<"GET http://h/p HTTP/1.1\r\n">>,[],
%% expect:           {ok,{http_request,'GET',
%% expect:                             {absoluteURI,http,<<"h">>,undefined,<<"/p">>},
%% expect:                             {1,1}},
%% expect:               <<>>}}
%% expect: {http_bin,<<"GET https://h HTTP/1.1\r\n">>,[],
%% expect:           {ok,{http_request,'GET',
%% expect:                             {absoluteURI,https,<<"h">>,undefined,<<"/">>},
%% expect:                             {1,1}},
%% expect:               <<>>}}
%% expect: {http_bin,<<"HTTP/1.1 200 OK\r\n">>,[],
%% expect:           {ok,{http_response,{1,1},200,<<"OK">>},<<>>}}
%% expect: {http_bin,<<"HTTP/1.1 404 Not Found\r\n">>,[],
%% expect:           {ok,{http_response,{1,1},404,<<"Not Found">>},<<>>}}
%% expect: {http_bin,<<"HTTP/1.0 200\r\n">>,[],{ok,{http_response,{1,0},200,<<>>},<<>>}}
%% expect: {http_bin,<<"GET /">>,[],{more,undefined}}
%% expect: {http_bin,<<>>,[],{more,undefined}}
%% expect: {http_bin,<<"\r\n">>,[],{ok,{http_error,<<"\r\n">>},<<>>}}
%% expect: {http_bin,<<"garbage\r\n">>,[],{ok,{http_error,<<"garbage\r\n">>},<<>>}}
%% expect: {http_bin,<<"GET  /  HTTP/1.1\r\n">>,[],
%% expect:           {ok,{http_request,'GET',{abs_path,<<"/">>},{1,1}},<<>>}}
%% expect: {http_bin,<<"GET /\r\n">>,[],
%% expect:           {ok,{http_request,'GET',{abs_path,<<"/">>},{0,9}},<<>>}}
%% expect: {http_bin,<<"get / HTTP/1.1\r\n">>,[],
%% expect:           {ok,{http_request,<<"get">>,{abs_path,<<"/">>},{1,1}},<<>>}}
%% expect: {http_bin,<<"PROPFIND x HTTP/1.1\r\n">>,[],
%% expect:           {ok,{http_request,<<"PROPFIND">>,{abs_path,<<"x">>},{1,1}},<<>>}}
%% expect: {http_bin,<<"GET foo:bar HTTP/1.1\r\n">>,[],
%% expect:           {ok,{http_request,'GET',{scheme,<<"foo">>,<<"bar">>},{1,1}},<<>>}}
%% expect: {http_bin,<<"HTTP/2.0 xx OK\r\n">>,[],
%% expect:           {ok,{http_error,<<"HTTP/2.0 xx OK\r\n">>},<<>>}}
%% expect: {httph,<<"Host: example.org\r\nX">>,[],
%% expect:        {ok,{http_header,14,'Host',"Host","example.org"},<<"X">>}}
%% expect: {httph,<<"content-length:  12  \r\nX">>,[],
%% expect:        {ok,{http_header,38,'Content-Length',"content-length","12  "},<<"X">>}}
%% expect: {httph,<<"X-My-header: a b\r\n\r\n">>,[],
%% expect:        {ok,{http_header,0,"X-My-Header","X-My-header","a b"},<<"\r\n">>}}
%% expect: {httph,<<"x-my-header:a\r\n\r\n">>,[],
%% expect:        {ok,{http_header,0,"X-My-Header","x-my-header","a"},<<"\r\n">>}}
%% expect: {httph,<<"\r\nrest">>,[],{ok,http_eoh,<<"rest">>}}
%% expect: {httph,<<"\n">>,[],{ok,http_eoh,<<>>}}
%% expect: {httph,<<"Foo: bar">>,[],{more,undefined}}
%% expect: {httph,<<"Foo: bar\r\n">>,[],{more,undefined}}
%% expect: {httph,<<"Foo: bar\r\n baz\r\nX">>,[],
%% expect:        {ok,{http_header,0,"Foo","Foo","bar\r\n baz"},<<"X">>}}
%% expect: {httph,<<"Foo bar\r\nX">>,[],{ok,{http_error,"Foo bar\r\n"},<<"X">>}}
%% expect: {httph,<<"ETag: \"x\"\nX">>,[],
%% expect:        {ok,{http_header,43,'Etag',"ETag","\"x\""},<<"X">>}}
%% expect: {httph,<<"Foo:\r\nX">>,[],{ok,{http_header,0,"Foo","Foo",[]},<<"X">>}}
%% expect: {httph,<<"WWW-Authenticate: Basic\r\nX">>,[],
%% expect:        {ok,{http_header,33,'Www-Authenticate',"WWW-Authenticate","Basic"},
%% expect:            <<"X">>}}
%% expect: {httph,<<"te: x\r\nX">>,[],{ok,{http_header,0,"Te","te","x"},<<"X">>}}
%% expect: {httph,<<"averyveryverylongheadername-indeed: x\r\nX">>,[],
%% expect:        {ok,{http_header,0,"Averyveryverylongheadername-Indeed",
%% expect:                         "averyveryverylongheadername-indeed","x"},
%% expect:            <<"X">>}}
%% expect: {httph,<<"foo : x\r\ny">>,[],{ok,{http_error,"foo : x\r\n"},<<"y">>}}
%% expect: {httph_bin,<<"Host: example.org\r\nX">>,[],
%% expect:            {ok,{http_header,14,'Host',<<"Host">>,<<"example.org">>},<<"X">>}}
%% expect: {httph_bin,<<"content-length:  12  \r\nX">>,[],
%% expect:            {ok,{http_header,38,'Content-Length',<<"content-length">>,
%% expect:                             <<"12  ">>},
%% expect:                <<"X">>}}
%% expect: {httph_bin,<<"X-My-header: a b\r\n\r\n">>,[],
%% expect:            {ok,{http_header,0,<<"X-My-Header">>,<<"X-My-header">>,<<"a b">>},
%% expect:                <<"\r\n">>}}
%% expect: {httph_bin,<<"x-my-header:a\r\n\r\n">>,[],
%% expect:            {ok,{http_header,0,<<"X-My-Header">>,<<"x-my-header">>,<<"a">>},
%% expect:                <<"\r\n">>}}
%% expect: {httph_bin,<<"\r\nrest">>,[],{ok,http_eoh,<<"rest">>}}
%% expect: {httph_bin,<<"\n">>,[],{ok,http_eoh,<<>>}}
%% expect: {httph_bin,<<"Foo: bar">>,[],{more,undefined}}
%% expect: {httph_bin,<<"Foo: bar\r\n">>,[],{more,undefined}}
%% expect: {httph_bin,<<"Foo: bar\r\n baz\r\nX">>,[],
%% expect:            {ok,{http_header,0,<<"Foo">>,<<"Foo">>,<<"bar\r\n baz">>},<<"X">>}}
%% expect: {httph_bin,<<"Foo bar\r\nX">>,[],{ok,{http_error,<<"Foo bar\r\n">>},<<"X">>}}
%% expect: {httph_bin,<<"ETag: \"x\"\nX">>,[],
%% expect:            {ok,{http_header,43,'Etag',<<"ETag">>,<<"\"x\"">>},<<"X">>}}
%% expect: {httph_bin,<<"Foo:\r\nX">>,[],
%% expect:            {ok,{http_header,0,<<"Foo">>,<<"Foo">>,<<>>},<<"X">>}}
%% expect: {httph_bin,<<"WWW-Authenticate: Basic\r\nX">>,[],
%% expect:            {ok,{http_header,33,'Www-Authenticate',<<"WWW-Authenticate">>,
%% expect:                             <<"Basic">>},
%% expect:                <<"X">>}}
%% expect: {httph_bin,<<"te: x\r\nX">>,[],
%% expect:            {ok,{http_header,0,<<"Te">>,<<"te">>,<<"x">>},<<"X">>}}
%% expect: {httph_bin,<<"averyveryverylongheadername-indeed: x\r\nX">>,[],
%% expect:            {ok,{http_header,0,<<"Averyveryverylongheadername-Indeed">>,
%% expect:                             <<"averyveryverylongheadername-indeed">>,<<"x">>},
%% expect:                <<"X">>}}
%% expect: {httph_bin,<<"foo : x\r\ny">>,[],{ok,{http_error,<<"foo : x\r\n">>},<<"y">>}}
%% expect: {http,<<"GET / HTTP/1.1\r\n">>,[{packet_size,5}],{error,invalid}}
%% expect: {nonsense,<<>>,[],{error,badarg}}
%% expect: {1,a,[],{error,badarg}}
%% expect: {1,"abc",[],{error,badarg}}
%% expect: {line,<<1:1>>,[],{more,undefined}}
%% expect: {asn1,<<48,3,1,2,3,4>>,[],{ok,<<48,3,1,2,3>>,<<4>>}}
%% expect: {asn1,<<"0">>,[],{more,undefined}}
%% expect: {asn1,<<48,129,2,7,8,9>>,[],{ok,<<48,129,2,7,8>>,<<"\t">>}}
%% expect: {sunrm,<<128,0,0,2,97,98,99>>,[],{ok,<<128,0,0,2,97,98>>,<<"c">>}}
%% expect: {sunrm,<<0,0,0,2,97>>,[],{more,6}}
%% expect: {cdr,<<71,73,79,80,1,0,0,0,0,0,0,2,97,98,99>>,
%% expect:      [],
%% expect:      {ok,<<71,73,79,80,1,0,0,0,0,0,0,2,97,98>>,<<"c">>}}
%% expect: {fcgi,<<1,2,0,3,0,2,1,0,97,98,99,100>>,
%% expect:       [],
%% expect:       {ok,<<1,2,0,3,0,2,1,0,97,98>>,<<"d">>}}
%% expect: {tpkt,<<3,0,0,6,97,98,99>>,[],{ok,<<3,0,0,6,97,98>>,<<"c">>}}
%% expect: {ssl_tls,<<22,3,1,0,2,97,98,99>>,
%% expect:          [],
%% expect:          {ok,{ssl_tls,[],22,{3,1},<<"ab">>},<<"c">>}}
%% expect: {line,<<"a">>,[x],{error,badarg}}
%% expect: {line,<<"a\n">>,[{packet_size,-1}],{error,badarg}}
%% expect: {line,<<"a\n">>,x,{error,badarg}}
%% expect: {1,'Cache-Control'}
%% expect: {2,'Connection'}
%% expect: {3,'Date'}
%% expect: {4,'Pragma'}
%% expect: {5,'Transfer-Encoding'}
%% expect: {6,'Upgrade'}
%% expect: {7,'Via'}
%% expect: {8,'Accept'}
%% expect: {9,'Accept-Charset'}
%% expect: {10,'Accept-Encoding'}
%% expect: {11,'Accept-Language'}
%% expect: {12,'Authorization'}
%% expect: {13,'From'}
%% expect: {14,'Host'}
%% expect: {15,'If-Modified-Since'}
%% expect: {16,'If-Match'}
%% expect: {17,'If-None-Match'}
%% expect: {18,'If-Range'}
%% expect: {19,'If-Unmodified-Since'}
%% expect: {20,'Max-Forwards'}
%% expect: {21,'Proxy-Authorization'}
%% expect: {22,'Range'}
%% expect: {23,'Referer'}
%% expect: {24,'User-Agent'}
%% expect: {25,'Age'}
%% expect: {26,'Location'}
%% expect: {27,'Proxy-Authenticate'}
%% expect: {28,'Public'}
%% expect: {29,'Retry-After'}
%% expect: {30,'Server'}
%% expect: {31,'Vary'}
%% expect: {32,'Warning'}
%% expect: {33,'Www-Authenticate'}
%% expect: {34,'Allow'}
%% expect: {35,'Content-Base'}
%% expect: {36,'Content-Encoding'}
%% expect: {37,'Content-Language'}
%% expect: {38,'Content-Length'}
%% expect: {39,'Content-Location'}
%% expect: {40,'Content-Md5'}
%% expect: {41,'Content-Range'}
%% expect: {42,'Content-Type'}
%% expect: {43,'Etag'}
%% expect: {44,'Expires'}
%% expect: {45,'Last-Modified'}
%% expect: {46,'Accept-Ranges'}
%% expect: {47,'Set-Cookie'}
%% expect: {48,'Set-Cookie2'}
%% expect: {49,'X-Forwarded-For'}
%% expect: {50,'Cookie'}
%% expect: {51,'Keep-Alive'}
%% expect: {52,'Proxy-Connection'}
%% expect: {0,"Origin"}
%% expect: {0,"Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}
%% expect: {0,"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}
%% expect: 'OPTIONS'
%% expect: 'GET'
%% expect: 'HEAD'
%% expect: 'POST'
%% expect: 'PUT'
%% expect: 'DELETE'
%% expect: 'TRACE'
%% expect: "PATCH"
%% expect: "CONNECT"
%% expect: {httph,<<"aab: x\r\nX">>,[],{ok,{http_header,0,"Aab","aab","x"},<<"X">>}}
%% expect: {httph,<<"1ab: x\r\nX">>,[],{ok,{http_header,0,"1ab","1ab","x"},<<"X">>}}
%% expect: {httph,<<"-ab: x\r\nX">>,[],{ok,{http_header,0,"-ab","-ab","x"},<<"X">>}}
%% expect: {httph,<<"_ab: x\r\nX">>,[],{ok,{http_header,0,"_ab","_ab","x"},<<"X">>}}
%% expect: {httph,<<"~ab: x\r\nX">>,[],{ok,{http_header,0,"~ab","~ab","x"},<<"X">>}}
%% expect: {httph,<<"!ab: x\r\nX">>,[],{ok,{http_header,0,"!ab","!ab","x"},<<"X">>}}
%% expect: {httph,<<"|ab: x\r\nX">>,[],{ok,{http_header,0,"|ab","|ab","x"},<<"X">>}}
%% expect: {httph,<<"@ab: x\r\nX">>,[],{ok,{http_error,"@ab: x\r\n"},<<"X">>}}
%% expect: {httph,<<"(ab: x\r\nX">>,[],{ok,{http_error,"(ab: x\r\n"},<<"X">>}}
%% expect: {httph,<<"/ab: x\r\nX">>,[],{ok,{http_error,"/ab: x\r\n"},<<"X">>}}
%% expect: {httph,<<"\"ab: x\r\nX">>,[],{ok,{http_error,"\"ab: x\r\n"},<<"X">>}}
%% expect: {httph,<<"\tab: x\r\nX">>,[],{ok,{http_error,"\tab: x\r\n"},<<"X">>}}
%% expect: {httph,<<" ab: x\r\nX">>,[],{ok,{http_error," ab: x\r\n"},<<"X">>}}
%% expect: {http,<<"GET HTTP://Host:x/p HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_request,'GET',{absoluteURI,http,"Host",undefined,"/p"},{1,1}},
%% expect:           <<>>}}
%% expect: {http,<<"GET http://h:99999/p HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_request,'GET',{absoluteURI,http,"h",99999,"/p"},{1,1}},<<>>}}
%% expect: {http,<<"GET http://h:/ HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_request,'GET',{absoluteURI,http,"h",undefined,"/"},{1,1}},
%% expect:           <<>>}}
%% expect: {http,<<"GET / HTTP/1.x\r\n">>,[],{ok,{http_error,"GET / HTTP/1.x\r\n"},<<>>}}
%% expect: {http,<<"GET / FTP/1.0\r\n">>,[],{ok,{http_error,"GET / FTP/1.0\r\n"},<<>>}}
%% expect: {http,<<"HTTP/1.1200 OK\r\n">>,[],{ok,{http_error,"HTTP/1.1200 OK\r\n"},<<>>}}
%% expect: {http,<<"HTTP/11.0 200 OK\r\n">>,[],{ok,{http_response,{11,0},200,"OK"},<<>>}}
%% expect: {http,<<" GET / HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_error," GET / HTTP/1.1\r\n"},<<>>}}
%% expect: {http,<<"GET / HTTP/1.1 \r\n">>,[],
%% expect:       {ok,{http_request,'GET',{abs_path,"/"},{1,1}},<<>>}}
%% expect: {http,<<"GET /\tHTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_request,'GET',{abs_path,"/"},{1,1}},<<>>}}
%% expect: "-a-B"
%% expect: "A--b"
%% expect: "A_b-C"
%% expect: "1a-B"
%% expect: "_a"
%% expect: "A-1b"
%% expect: "-"
%% expect: "--A"
%% expect: "A-B"
%% expect: {http,<<"GET / HTTP/1.1x\r\n">>,[],
%% expect:       {ok,{http_request,'GET',{abs_path,"/"},{1,1}},<<>>}}
%% expect: {http,<<"GET / HTTP/1.\r\n">>,[],{ok,{http_error,"GET / HTTP/1.\r\n"},<<>>}}
%% expect: {http,<<"GET / HTTP/.1\r\n">>,[],{ok,{http_error,"GET / HTTP/.1\r\n"},<<>>}}
%% expect: {http,<<"GET / HTTP/123.456\r\n">>,[],
%% expect:       {ok,{http_request,'GET',{abs_path,"/"},{123,456}},<<>>}}
%% expect: {http,<<"GET / http/1.1\r\n">>,[],{ok,{http_error,"GET / http/1.1\r\n"},<<>>}}
%% expect: {http,<<"HTTP/1.1 200x OK\r\n">>,[],
%% expect:       {ok,{http_error,"HTTP/1.1 200x OK\r\n"},<<>>}}
%% expect: {http,<<"HTTP/1.1  200  OK \r\n">>,[],
%% expect:       {ok,{http_response,{1,1},200,"OK "},<<>>}}
%% expect: {http,<<"HTTP/1.1\t200\tOK\r\n">>,[],{ok,{http_response,{1,1},200,"OK"},<<>>}}
%% expect: {http,<<"HTTP/1. 200 OK\r\n">>,[],{ok,{http_error,"HTTP/1. 200 OK\r\n"},<<>>}}
%% expect: {http,<<"http/1.1 200 OK\r\n">>,[],
%% expect:       {ok,{http_error,"http/1.1 200 OK\r\n"},<<>>}}
%% expect: {http,<<"GET http://h:1x/p HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_request,'GET',{absoluteURI,http,"h",undefined,"/p"},{1,1}},
%% expect:           <<>>}}
%% expect: {http,<<"GET http:/x HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_request,'GET',{scheme,"http","/x"},{1,1}},<<>>}}
%% expect: {http,<<"GET http://h?x HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_request,'GET',{absoluteURI,http,"h?x",undefined,"/"},{1,1}},
%% expect:           <<>>}}
%% expect: {http,<<"GET HttpS://h/ HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_request,'GET',{absoluteURI,https,"h",undefined,"/"},{1,1}},
%% expect:           <<>>}}
%% expect: {http,<<"GET http:// HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_request,'GET',{absoluteURI,http,[],undefined,"/"},{1,1}},
%% expect:           <<>>}}
%% expect: {http,<<"HTTP/1.1\r\n">>,[],{ok,{http_error,"HTTP/1.1\r\n"},<<>>}}
%% expect: {http,<<"HTTP/1.1 \r\n">>,[],{ok,{http_response,{1,1},0,[]},<<>>}}
%% expect: {http,<<"HTTP/1.1 -1 x\r\n">>,[],{ok,{http_error,"HTTP/1.1 -1 x\r\n"},<<>>}}
%% expect: {http,<<"GET\r\n">>,[],{ok,{http_error,"GET\r\n"},<<>>}}
%% expect: {http,<<"GET \r\n">>,[],{ok,{http_error,"GET \r\n"},<<>>}}
%% expect: {http,<<"GET /  \r\n">>,[],
%% expect:       {ok,{http_request,'GET',{abs_path,"/"},{0,9}},<<>>}}
%% expect: {http,<<"HTTP/x /a HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_error,"HTTP/x /a HTTP/1.1\r\n"},<<>>}}
%% expect: {http,<<"GET ftp://a/b HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_request,'GET',{scheme,"ftp","//a/b"},{1,1}},<<>>}}
%% expect: {http,<<"GET abcd://b HTTP/1.1\r\n">>,[],
%% expect:       {ok,{http_request,'GET',{scheme,"abcd","//b"},{1,1}},<<>>}}
