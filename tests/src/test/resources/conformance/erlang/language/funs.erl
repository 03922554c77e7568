F = fun(X) -> X + 1 end.  % expect: #Fun<...>
F(2).  % expect: 3
(fun(A, B) -> A * B end)(3, 4).  % expect: 12
Fact = fun Self(0) -> 1; Self(N) -> N * Self(N - 1) end.  % expect: #Fun<...>
Fact(20).  % expect: 2432902008176640000
F(1, 2).  % expect error: {badarity,{#Fun<...>,[1,2]}}
F(a).  % expect error: badarith
G = fun(x) -> y end.  % expect: #Fun<...>
G(z).  % expect error: function_clause
(5)(1).  % expect error: {badfun,5}
Add = fun(A) -> fun(B) -> A + B end end.  % expect: #Fun<...>
(Add(3))(4).  % expect: 7
fun lists:map/2.  % expect: fun lists:map/2
(fun lists:sum/1)([1, 2]).  % expect: 3
M = lists, N = sum, (fun M:N/1)([4, 5]).  % expect: 9
is_function(F).  % expect: true
is_function(F, 1).  % expect: true
is_function(F, 2).  % expect: false
erlang:fun_info(fun lists:map/2, module).  % expect: {module,lists}
fun lists:map/2 =:= fun lists:map/2.  % expect: true
F =:= F.  % expect: true
lists:map(fun({A, _}) -> A; (B) -> B end, [{1, 2}, 3]).  % expect: [1,3]
apply(F, [10]).  % expect: 11
apply(lists, reverse, [[1, 2]]).  % expect: [2,1]
apply(F, x).  % expect error: badarg
X = 1, (fun(X) -> X end)(2).  % expect: 2
