-module(eunit_assertions).
-include_lib("eunit/include/eunit.hrl").
-export([main/0]).

main() ->
    failure(fun() -> ?assert(id(1) =:= 2) end),
    failure(fun() -> ?assert(id(maybe_so)) end),
    failure(fun() -> ?assert(id(false), "why not") end),
    failure(fun() -> ?assertNot(id(true)) end),
    failure(fun() -> ?assertNot(id(7)) end),
    failure(fun() -> ?assertMatch({ok, _}, id({error, x})) end),
    failure(fun() -> ?assertMatch([A | _] when A > 1, id([1, 2])) end),
    failure(fun() -> ?assertMatch({ok, _}, id(x), <<"comment">>) end),
    failure(fun() -> ?assertNotMatch({ok, _}, id({ok, 1})) end),
    failure(fun() -> ?assertEqual([1, 2.0], id([1, 2])) end),
    failure(fun() -> ?assertEqual(a, id(b), {some, comment}) end),
    failure(fun() -> ?assertNotEqual("a b", id("a" ++ " b")) end),
    failure(fun() -> ?assertError(badarith, 1 + id(2)) end),
    failure(fun() -> ?assertExit({shutdown, _}, id(x)) end),
    failure(fun() -> ?assertThrow(x, id(y), "thrown") end),
    failure(fun() -> ?assertException(error, {badmatch, _}, id(x)) end),
    passes(),
    io:format("~p~n", [?MATCHES({_, 1}, id({a, 1}))]),
    io:format("~p~n", [?IF(id(true), yes, no)]),
    io:format("~p~n", [?LET(X, id(20), X + 1)]),
    {Line, F} = ?_assertEqual(1, id(1)),
    io:format("~p ~p~n", [Line - ?LINE, F()]),
    io:format("~p~n", [?UNDER_EUNIT]),
    io:format("~p~n", [?capturedOutput]),
    nested().

passes() ->
    ok = ?assert(id(true)),
    ok = ?assertNot(id(false)),
    ok = ?assertMatch({_, N} when N > 1, id({a, 2})),
    ok = ?assertNotMatch({_, N} when N > 2, id({a, 2})),
    ok = ?assertEqual(3, id(3)),
    ok = ?assertNotEqual(3, id(3.0)),
    ok = ?assertError({badmatch, _}, 1 = id(2)),
    ok = ?assertExit(normal, exit(normal)),
    ok = ?assertThrow({x, _}, throw({x, 1})),
    ok = ?assertNotException(throw, x, throw(y)),
    ok = ?assertNotException(error, _, id(1)),
    %% Variables of an assertion stay in it.
    ok = ?assertEqual(1, begin Own = id(1), Own end),
    ok = ?assertEqual(2, begin Own = id(2), Own end).

nested() ->
    failure(fun() -> ?assert(?MATCHES(a, id(b))) end).

failure(F) ->
    try F() of
        Value -> io:format("passed ~p~n", [Value])
    catch
        error:{Name, [{module, ?MODULE}, {line, Line} | Info]}
          when is_integer(Line) ->
            io:format("~p ~p~n", [Name, Info])
    end.

id(X) -> X.
%% expect: assert [{expression,"id ( 1 ) =:= 2"},{expected,true},{value,false}]
%% expect: assert [{expression,"id ( maybe_so )"},{expected,true},{not_boolean,maybe_so}]
%% expect: assert [{comment,"why not"},
%% expect:         {expression,"id ( false )"},
%% expect:         {expected,true},
%% expect:         {value,false}]
%% expect: assert [{expression,"id ( true )"},{expected,false},{value,true}]
%% expect: assert [{expression,"id ( 7 )"},{expected,false},{not_boolean,7}]
%% expect: assertMatch [{expression,"id ( { error , x } )"},
%% expect:              {pattern,"{ ok , _ }"},
%% expect:              {value,{error,x}}]
%% expect: assertMatch [{expression,"id ( [ 1 , 2 ] )"},
%% expect:              {pattern,"[ A | _ ] when A > 1"},
%% expect:              {value,[1,2]}]
%% expect: assertMatch [{comment,<<"comment">>},
%% expect:              {expression,"id ( x )"},
%% expect:              {pattern,"{ ok , _ }"},
%% expect:              {value,x}]
%% expect: assertNotMatch [{expression,"id ( { ok , 1 } )"},
%% expect:                 {pattern,"{ ok , _ }"},
%% expect:                 {value,{ok,1}}]
%% expect: assertEqual [{expression,"id ( [ 1 , 2 ] )"},{expected,[1,2.0]},{value,[1,2]}]
%% expect: assertEqual [{comment,{some,comment}},
%% expect:              {expression,"id ( b )"},
%% expect:              {expected,a},
%% expect:              {value,b}]
%% expect: assertNotEqual [{expression,"id ( \"a\" ++ \" b\" )"},{value,"a b"}]
%% expect: assertException [{expression,"1 + id ( 2 )"},
%% expect:                  {pattern,"{ error , badarith , [...] }"},
%% expect:                  {unexpected_success,3}]
%% expect: assertException [{expression,"id ( x )"},
%% expect:                  {pattern,"{ exit , { shutdown , _ } , [...] }"},
%% expect:                  {unexpected_success,x}]
%% expect: assertException [{comment,"thrown"},
%% expect:                  {expression,"id ( y )"},
%% expect:                  {pattern,"{ throw , x , [...] }"},
%% expect:                  {unexpected_success,y}]
%% expect: assertException [{expression,"id ( x )"},
%% expect:                  {pattern,"{ error , { badmatch , _ } , [...] }"},
%% expect:                  {unexpected_success,x}]
%% expect: true
%% expect: yes
%% expect: 21
%% expect: -1 ok
%% expect: false
%% expect: []
%% expect: assert [{expression,"? MATCHES ( a , id ( b ) )"},
%% expect:         {expected,true},
%% expect:         {value,false}]
