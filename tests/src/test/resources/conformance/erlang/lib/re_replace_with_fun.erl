% oracle: none since OTP 26
re:replace("abcabc", "b", fun(Whole, []) -> [$<, Whole, $>] end, [global, {return, list}]). % expect: "a<b>ca<b>c"
re:replace("k=v", "(\\w)=(\\w)", fun(_, [K, V]) -> [V, $=, K] end, [{return, binary}]). % expect: <<"v=k">>
re:replace("abc", "z", fun(_, _) -> "x" end). % expect: "abc"
re:replace("abc", "b", fun(_) -> x end). % expect error: badarg
