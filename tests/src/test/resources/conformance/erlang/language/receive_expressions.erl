self() ! hello.  % expect: hello
receive X -> X end.  % expect: hello
self() ! {tag, 1}, self() ! {other, 2}, receive {other, N} -> N end.  % expect: 2
receive {tag, M} -> M end.  % expect: 1
receive after 0 -> nothing end.  % expect: nothing
receive after 10 -> waited end.  % expect: waited
self() ! 1, self() ! 2, self() ! 3.  % expect: 3
receive A when A > 1 -> A end.  % expect: 2
receive B -> B end.  % expect: 1
receive C -> C end.  % expect: 3
receive never -> x after 0 -> empty end.  % expect: empty
receive _ -> any after 5 -> timeout end.  % expect: timeout
T = 5, receive after T -> dynamic end.  % expect: dynamic
