-module(records_all_uses).
-export([main/0]).
-record(point, {x = 0, y = 0}).
-record(named, {name :: atom(), at = #point{} :: #point{}}).
main() ->
    P = #point{x = 1},
    io:format("~p ~p ~p~n", [P, P#point.y, P#point{y = 5}]),
    N = #named{name = n, at = P},
    io:format("~p ~p~n", [N, N#named.at#point.x]),
    N2 = N#named{at = (N#named.at)#point{x = 9}},
    io:format("~p~n", [N2]),
    io:format("~p ~p~n", [record_info(fields, point), record_info(size, named)]),
    io:format("~p~n", [#point.y]),
    #point{x = X} = P,
    io:format("~p~n", [X]),
    io:format("~p~n", [[f(#point{}), f(#named{}), f({point, 1}), f(x)]]),
    io:format("~p~n", [try (id({other}))#point.x catch error:E -> E end]),
    io:format("~p ~p~n", [is_record(P, point), is_record({point}, point)]),
    io:format("~p~n", [#point{_ = '_'}]),
    io:format("~p~n", [lists:keysort(#point.y, [#point{y = 2}, #point{y = 1}])]).
f(#point{x = 0}) -> origin;
f(R) when is_record(R, named) -> named;
f(R) when R#point.x > 0 -> never;
f(_) -> none.
id(X) -> X.
%% expect: {point,1,0} 0 {point,1,5}
%% expect: {named,n,{point,1,0}} 1
%% expect: {named,n,{point,9,0}}
%% expect: [x,y] 3
%% expect: 3
%% expect: 1
%% expect: [origin,named,none,none]
%% expect: {badrecord,{other}}
%% expect: true false
%% expect: {point,'_','_'}
%% expect: [{point,0,1},{point,0,2}]
