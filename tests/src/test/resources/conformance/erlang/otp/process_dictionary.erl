-module(process_dictionary).
-export([main/0]).
main() ->
    erase(),
    io:format("~p ~p~n", [put(k, 1), put(k, 2)]),
    io:format("~p ~p~n", [get(k), get(missing)]),
    put({a, b}, [c]),
    io:format("~p~n", [lists:sort(get())]),
    io:format("~p~n", [lists:sort(get_keys())]),
    io:format("~p ~p~n", [erase(k), erase(k)]),
    Self = self(),
    spawn(fun() -> Self ! {child, get()} end),
    receive {child, D} -> io:format("~p~n", [D]) end,
    io:format("~p~n", [get_keys([c])]).
%% expect: undefined 1
%% expect: 2 undefined
%% expect: [{k,2},{{a,b},[c]}]
%% expect: [k,{a,b}]
%% expect: 2 undefined
%% expect: []
%% expect: [{a,b}]
