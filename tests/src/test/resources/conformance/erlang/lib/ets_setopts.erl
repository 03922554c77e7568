%% Who may use a table and who inherits it can be changed by its owner, one option or several at once.
-module(ets_setopts).
-export([main/0]).

main() ->
    T = ets:new(t, [public]),
    Heir = self(),
    [io:format("~p~n", [{result(T, Options), ets:info(T, protection), ets:info(T, heir) =:= Heir}])
     || Options <- [{protection, private}, [{protection, public}, {heir, Heir, x}], {heir, none}, [], odd, [odd], {protection, odd},
                    {heir, Heir}, {heir, Heir, 1}, [{protection, private} | odd], [{keypos, 1}],
                    [{protection, protected}, {heir, odd}], [{heir, none}, {heir, none}], {heir, odd, 1}, {heir, none, 1},
                    {heir, Heir, 1, 2}, {protection, public, 1}, {protection, 1}, [{protection, public}, {protection, public}]]],
    true = ets:setopts(T, {protection, protected}),
    {_, Monitor} = spawn_monitor(fun() -> exit({result(T, []), catch ets:lookup(T, a)}) end),
    receive {'DOWN', Monitor, _, _, Reason} -> io:format("~p~n", [Reason]) end.

result(T, Options) ->
    try ets:setopts(T, Options)
    catch error:Reason -> Reason
    end.
%% expect: {true,private,false}
%% expect: {true,public,true}
%% expect: {true,public,false}
%% expect: {true,public,false}
%% expect: {badarg,public,false}
%% expect: {badarg,public,false}
%% expect: {badarg,public,false}
%% expect: {badarg,public,false}
%% expect: {true,public,true}
%% expect: {badarg,public,true}
%% expect: {badarg,public,true}
%% expect: {badarg,public,true}
%% expect: {badarg,public,true}
%% expect: {badarg,public,true}
%% expect: {badarg,public,true}
%% expect: {badarg,public,true}
%% expect: {badarg,public,true}
%% expect: {badarg,public,true}
%% expect: {badarg,public,true}
%% expect: {badarg,[]}
