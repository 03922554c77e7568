%% URIs taken apart, put together, resolved and normalized; queries of forms.
-module(uri_strings).
-export([main/0]).

main() ->
    P = fun(X) -> io:format("~0p~n", [X]) end,
    [P({U, uri_string:parse(U)})
        || U <- ["", "http://a.b/c", "foo://user:pw@host:8042/over/there?name=ferret#nose", <<"//a">>, "a:b:c", "a/b:c", "1:b",
                 "//[::1]:80", "//[::x]", "//h:8a", "/a%2Gb", "?q#f", "http://a b", "mailto:a@b", "//h:", "//@h", "#", "a?b?c"]],
    [P({M, uri_string:recompose(M)})
        || M <- [#{path => "a"}, #{host => "h", path => "p"}, #{scheme => "x", path => "//y"}, #{path => "a b", query => "q r"},
                 #{host => <<"h">>, path => <<>>, port => 80}, #{host => "::1", path => []},
                 #{scheme => "1x", path => []}, #{}]],
    [P({R, uri_string:resolve(R, "http://a/b/c/d;p?q")})
        || R <- ["g:h", "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", "g?y#s", ";x", "", ".", "./", "..", "../", "../g",
                 "../..", "../../g", "../../../g", "/./g", "/../g", "g.", "..g", "./../g", "g/./h", "g;x=1/../y", "http:g"]],
    [P({U, uri_string:normalize(U)})
        || U <- ["HTTP://EXAMPLE.com:80/%7efoo/../b", <<"ssh://h:22/a">>, "https://h", "a/b/../c", "http://h:8080", "x://h:"]],
    P(uri_string:compose_query([{"foo bar", "1"}, {"a&b", "c=d"}, {"t", true}])),
    P(uri_string:compose_query([{<<"k">>, <<"v">>}])),
    P(uri_string:dissect_query("foo+bar=1&a%26b=c%3Dd&t")),
    P(uri_string:dissect_query(<<"a=%C3%A9">>)),
    P([uri_string:percent_decode(X) || X <- ["a%20b", <<"%41">>, "%4", "%ff"]]),
    P([uri_string:quote(X) || X <- ["a b/c", <<"x=y">>]] ++ [uri_string:quote("a b/c", "/"), uri_string:unquote("a%20b")]),
    P([uri_string:transcode("a%C3%B6", [{in_encoding, utf8}, {out_encoding, latin1}])]).
%% expect: {[],#{path => []}}
%% expect: {"http://a.b/c",#{host => "a.b",path => "/c",scheme => "http"}}
%% expect: {"foo://user:pw@host:8042/over/there?name=ferret#nose",#{fragment => "nose",host => "host",path => "/over/there",port => 8042,query => "name=ferret",scheme => "foo",userinfo => "user:pw"}}
%% expect: {<<"//a">>,#{host => <<"a">>,path => <<>>}}
%% expect: {"a:b:c",#{path => "b:c",scheme => "a"}}
%% expect: {"a/b:c",#{path => "a/b:c"}}
%% expect: {"1:b",{error,invalid_uri,":"}}
%% expect: {"//[::1]:80",#{host => "::1",path => [],port => 80}}
%% expect: {"//[::x]",{error,invalid_uri,"x"}}
%% expect: {"//h:8a",{error,invalid_uri,"a"}}
%% expect: {"/a%2Gb",#{path => "/a%2Gb"}}
%% expect: {"?q#f",#{fragment => "f",path => [],query => "q"}}
%% expect: {"http://a b",{error,invalid_uri,":"}}
%% expect: {"mailto:a@b",#{path => "a@b",scheme => "mailto"}}
%% expect: {"//h:",#{host => "h",path => [],port => undefined}}
%% expect: {"//@h",#{host => "h",path => [],userinfo => []}}
%% expect: {"#",#{fragment => [],path => []}}
%% expect: {"a?b?c",#{path => "a",query => "b?c"}}
%% expect: {#{path => "a"},"a"}
%% expect: {#{host => "h",path => "p"},"//h/p"}
%% expect: {#{path => "//y",scheme => "x"},"x://y"}
%% expect: {#{path => "a b",query => "q r"},"a%20b?q%20r"}
%% expect: {#{host => <<"h">>,path => <<>>,port => 80},<<"//h:80">>}
%% expect: {#{host => "::1",path => []},"//[::1]"}
%% expect: {#{path => [],scheme => "1x"},"1x:"}
%% expect: {#{},{error,invalid_map,#{}}}
%% expect: {"g:h","g:h"}
%% expect: {"g","http://a/b/c/g"}
%% expect: {"./g","http://a/b/c/g"}
%% expect: {"g/","http://a/b/c/g/"}
%% expect: {"/g","http://a/g"}
%% expect: {"//g","http://g"}
%% expect: {"?y","http://a/b/c/d;p?y"}
%% expect: {"g?y","http://a/b/c/g?y"}
%% expect: {"#s","http://a/b/c/d;p?q#s"}
%% expect: {"g#s","http://a/b/c/g#s"}
%% expect: {"g?y#s","http://a/b/c/g?y#s"}
%% expect: {";x","http://a/b/c/;x"}
%% expect: {[],"http://a/b/c/d;p?q"}
%% expect: {".","http://a/b/c/"}
%% expect: {"./","http://a/b/c/"}
%% expect: {"..","http://a/b/"}
%% expect: {"../","http://a/b/"}
%% expect: {"../g","http://a/b/g"}
%% expect: {"../..","http://a/"}
%% expect: {"../../g","http://a/g"}
%% expect: {"../../../g","http://a/g"}
%% expect: {"/./g","http://a/g"}
%% expect: {"/../g","http://a/g"}
%% expect: {"g.","http://a/b/c/g."}
%% expect: {"..g","http://a/b/c/..g"}
%% expect: {"./../g","http://a/b/g"}
%% expect: {"g/./h","http://a/b/c/g/h"}
%% expect: {"g;x=1/../y","http://a/b/c/y"}
%% expect: {"http:g","http:g"}
%% expect: {"HTTP://EXAMPLE.com:80/%7efoo/../b","http://example.com/b"}
%% expect: {<<"ssh://h:22/a">>,<<"ssh://h/a">>}
%% expect: {"https://h","https://h/"}
%% expect: {"a/b/../c","a/c"}
%% expect: {"http://h:8080","http://h:8080/"}
%% expect: {"x://h:","x://h"}
%% expect: "foo+bar=1&a%26b=c%3Dd&t"
%% expect: <<"k=v">>
%% expect: [{"foo bar","1"},{"a&b","c=d"},{"t",true}]
%% expect: [{<<"a">>,<<"Ã©">>}]
%% expect: ["a b",<<"A">>,"%4",{error,invalid_utf8,<<"ÿ">>}]
%% expect: ["a%20b%2Fc",<<"x%3Dy">>,"a%20b/c","a b"]
%% expect: ["a%F6"]
