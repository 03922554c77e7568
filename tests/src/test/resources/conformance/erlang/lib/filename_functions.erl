[filename:basename(N) || N <- ["/usr/local/foo.erl", "a/", "/", "", <<"a/b.c">>, [foo, "/", bar]]].  % expect: ["foo.erl","a",[],[],<<"b.c">>,"bar"]
filename:basename("~/src/kalle.erl", ".erl").  % expect: "kalle"
[filename:dirname(N) || N <- ["/usr/src/kalle.erl", "kalle.erl", "/", "a//b", <<"a/b">>]].  % expect: ["/usr/src",".","/","a",<<"a">>]
[filename:extension(N) || N <- ["foo.erl", "beam.src/kalle", ".bashrc", "x.tar.gz", <<"a.b">>]].  % expect: [".erl",[],[],".gz",<<".b">>]
[filename:rootname(N) || N <- ["/beam.src/foo.erl", "foo", ".bashrc", "x.tar.gz", "a.d/b"]].  % expect: ["/beam.src/foo","foo",[],"x.tar","a.d/b"]
filename:rootname("/beam.src/foo.erl", ".erl").  % expect: "/beam.src/foo"
[filename:join(P) || P <- [["/usr", "local", "bin"], ["a/b///c/"], ["a", "/b"], ["", "b"], ["a", <<"b">>]]].  % expect: ["/usr/local/bin","a/b/c","/b","/b",<<"a/b">>]
[filename:split(N) || N <- ["/usr/local/bin", "foo/bar", "/", "", <<"a/b">>]].  % expect: [["/","usr","local","bin"],["foo","bar"],["/"],[],[<<"a">>,<<"b">>]]
[filename:pathtype(N) || N <- ["/a", "a", <<"/a">>]].  % expect: [absolute,relative,absolute]
filename:absname("foo", "/tmp").  % expect: "/tmp/foo"
filename:append("a", "b").  % expect: "a/b"
filename:flatten(["a", [b, "c"]]).  % expect: "abc"
filename:nativename("a//b").  % expect: "a/b"
filename:join(1, 2).  % expect error: function_clause
filename:basename([{}]).  % expect error: function_clause
