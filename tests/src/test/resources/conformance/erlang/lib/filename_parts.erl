%% Slashes at the end, dots at the beginning, and parts that are a dot.
[filename:basename(N) || N <- ["a/", "a//", "/", "", <<"a//">>, "usr/foo/"]].  % expect: ["a",[],[],[],<<"a">>,"foo"]
[filename:basename(N, ".erl") || N <- ["a.erl", "a.erl/", "a.erl//", ".erl", "d/.erl", "a", <<"d/a.erl">>]].  % expect: ["a","a.erl",[],[],[],"a",<<"a">>]
[filename:rootname(N) || N <- ["a.b", "a.b/c", "d/.b", "d/.b.c", ".b", "a.", "..", <<"d/.b">>]].  % expect: ["a","a.b/c","d/.b","d/.b",[],"a",".",<<"d/.b">>]
[filename:join(L) || L <- [["/."], ["/./"], ["a", ".", "b"], ["/", "./x"], ["a/.", "b"], ["./a"], ["", "a"], ["a//", "b"]]].  % expect: ["/.","/","a/b","/x","a/b","./a","/a","a/b"]
