try 1 + 1 catch _:_ -> failed end.  % expect: 2
try throw(x) catch x -> caught end.  % expect: caught
try throw(x) catch throw:x -> caught end.  % expect: caught
try error(x) catch throw:x -> no; error:x -> yes end.  % expect: yes
try exit(x) catch exit:R -> {exit, R} end.  % expect: {exit,x}
try 1 div 0 catch error:badarith -> div_zero end.  % expect: div_zero
try {ok, 1} of {ok, X} -> X + 1 catch _:_ -> failed end.  % expect: 2
try {ok, 1} of {error, _} -> no catch _:_ -> caught end.  % expect error: {try_clause,{ok,1}}
try throw(a) of _ -> no catch b -> no end.  % expect error: throw:a
try ok after io:format("after~n") end.
%   expect: after
%   expect: ok
try throw(x) catch x -> caught after io:format("after~n") end.
%   expect: after
%   expect: caught
try throw(x) after io:format("after~n") end.
%   expect: after
%   expect error: throw:x
try throw(x) catch x when false -> guard; x -> next end.  % expect: next
try throw({a, 1}) catch {a, N} when N > 0 -> N end.  % expect: 1
try error(inner) catch error:inner -> error(outer) end.  % expect error: outer
try try throw(1) catch 2 -> no end catch 1 -> outer end.  % expect: outer
try throw(x) catch Class:Reason -> {Class, Reason} end.  % expect: {throw,x}
try error({some, "reason"}) catch error:{some, Text} -> Text end.  % expect: "reason"
try hd([]) of _ -> ok catch error:badarg -> badarg end.  % expect: badarg
try throw(x) of y -> z catch throw:x -> of_skipped end.  % expect: of_skipped
try ok of ok -> throw(from_of) catch from_of -> not_caught end.  % expect error: throw:from_of
Result = try 5 catch _:_ -> 0 after ignored end.  % expect: 5
Result.  % expect: 5
try error(a, [1, 2]) catch error:E -> E end.  % expect: a
try erlang:raise(throw, raised, []) catch throw:T -> T end.  % expect: raised
try 1 of 1 -> one; 2 -> two catch _ -> never after done end.  % expect: one
