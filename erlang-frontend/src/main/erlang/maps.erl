%% Maps: the functions of OTP's stdlib manual, module maps, that take functions or are made of others.
%% The rest (get/2, find/2, put/3, remove/2, keys/1, values/1, merge/2, from_list/1, to_list/1 of a map, take/2, update/3,
%% is_key/2, iterator/1, next/1, from_keys/2) are builtins written in Java.
-module(maps).

-export([filter/2, filtermap/2, fold/3, foreach/2, groups_from_list/2, groups_from_list/3, intersect/2,
         intersect_with/3, iterator/2, map/2, merge_with/3, update_with/3, update_with/4]).

update_with(Key, Fun, Map) when is_function(Fun, 1), is_map(Map) ->
    case Map of
        #{Key := Value} -> Map#{Key := Fun(Value)};
        _ -> erlang:error({badkey, Key}, [Key, Fun, Map])
    end;
update_with(Key, Fun, Map) -> erlang:error(error_type(Map), [Key, Fun, Map]).

update_with(Key, Fun, Init, Map) when is_function(Fun, 1), is_map(Map) ->
    case Map of
        #{Key := Value} -> Map#{Key := Fun(Value)};
        _ -> Map#{Key => Init}
    end;
update_with(Key, Fun, Init, Map) -> erlang:error(error_type(Map), [Key, Fun, Init, Map]).

%% What is no map is an error of the function called, not of one of those below.
-define(PAIRS(MapOrIter, Arguments),
        case pairs(MapOrIter) of
            badmap -> erlang:error({badmap, MapOrIter}, Arguments);
            Pairs -> Pairs
        end).

map(Fun, MapOrIter) when is_function(Fun, 2) ->
    maps:from_list([{K, Fun(K, V)} || {K, V} <- ?PAIRS(MapOrIter, [Fun, MapOrIter])]);
map(Fun, Map) -> erlang:error(badarg, [Fun, Map]).

filter(Pred, MapOrIter) when is_function(Pred, 2) ->
    maps:from_list([Pair || {K, V} = Pair <- ?PAIRS(MapOrIter, [Pred, MapOrIter]), Pred(K, V)]);
filter(Pred, Map) -> erlang:error(badarg, [Pred, Map]).

filtermap(Fun, MapOrIter) when is_function(Fun, 2) ->
    maps:from_list(filtermap_pairs(Fun, ?PAIRS(MapOrIter, [Fun, MapOrIter])));
filtermap(Fun, Map) -> erlang:error(badarg, [Fun, Map]).

filtermap_pairs(Fun, [{K, V} | Rest]) ->
    case Fun(K, V) of
        true -> [{K, V} | filtermap_pairs(Fun, Rest)];
        {true, NewV} -> [{K, NewV} | filtermap_pairs(Fun, Rest)];
        false -> filtermap_pairs(Fun, Rest)
    end;
filtermap_pairs(_, []) -> [].

fold(Fun, Init, MapOrIter) when is_function(Fun, 3) ->
    fold_pairs(Fun, Init, ?PAIRS(MapOrIter, [Fun, Init, MapOrIter]));
fold(Fun, Init, Map) -> erlang:error(badarg, [Fun, Init, Map]).

fold_pairs(Fun, Acc, [{K, V} | Rest]) -> fold_pairs(Fun, Fun(K, V, Acc), Rest);
fold_pairs(_, Acc, []) -> Acc.

foreach(Fun, MapOrIter) when is_function(Fun, 2) ->
    foreach_pair(Fun, ?PAIRS(MapOrIter, [Fun, MapOrIter]));
foreach(Fun, Map) -> erlang:error(badarg, [Fun, Map]).

foreach_pair(Fun, [{K, V} | Rest]) -> Fun(K, V), foreach_pair(Fun, Rest);
foreach_pair(_, []) -> ok.

merge_with(Combine, Left, Right) when is_function(Combine, 3), is_map(Left), is_map(Right) ->
    fold(fun(K, R, Acc) ->
                 case Acc of
                     #{K := L} -> Acc#{K := Combine(K, L, R)};
                     _ -> Acc#{K => R}
                 end
         end, Left, Right);
merge_with(Combine, Left, Right) ->
    erlang:error(case is_function(Combine, 3) of
                     true -> error_type_of_two(Left, Right);
                     false -> badarg
                 end, [Combine, Left, Right]).

intersect(Left, Right) when is_map(Left), is_map(Right) ->
    intersect_with(fun(_, _, R) -> R end, Left, Right);
intersect(Left, Right) -> erlang:error(error_type_of_two(Left, Right), [Left, Right]).

intersect_with(Combine, Left, Right)
  when is_function(Combine, 3), is_map(Left), is_map(Right), map_size(Left) =< map_size(Right) ->
    maps:from_list([{K, Combine(K, L, map_get(K, Right))}
                    || {K, L} <- maps:to_list(Left), is_map_key(K, Right)]);
intersect_with(Combine, Left, Right) when is_function(Combine, 3), is_map(Left), is_map(Right) ->
    maps:from_list([{K, Combine(K, map_get(K, Left), R)}
                    || {K, R} <- maps:to_list(Right), is_map_key(K, Left)]);
intersect_with(Combine, Left, Right) ->
    erlang:error(case is_function(Combine, 3) of
                     true -> error_type_of_two(Left, Right);
                     false -> badarg
                 end, [Combine, Left, Right]).

groups_from_list(KeyFun, List) -> groups_from_list(KeyFun, fun(X) -> X end, List).

groups_from_list(KeyFun, ValueFun, List)
  when is_function(KeyFun, 1), is_function(ValueFun, 1), is_list(List) ->
    group(KeyFun, ValueFun, lists:reverse(List), #{});
groups_from_list(KeyFun, ValueFun, List) -> erlang:error(badarg, [KeyFun, ValueFun, List]).

group(KeyFun, ValueFun, [X | Rest], Groups) ->
    Key = KeyFun(X),
    Value = ValueFun(X),
    case Groups of
        #{Key := Values} -> group(KeyFun, ValueFun, Rest, Groups#{Key := [Value | Values]});
        _ -> group(KeyFun, ValueFun, Rest, Groups#{Key => [Value]})
    end;
group(_, _, [], Groups) -> Groups.

%% An ordered iterator is a list of the pairs in that order, folded into the nested form that maps:next/1 takes.
iterator(Map, undefined) -> maps:iterator(Map);
iterator(Map, ordered) when is_map(Map) -> chain(lists:sort(by_key(fun(A, B) -> A =< B end), maps:to_list(Map)));
iterator(Map, reversed) when is_map(Map) -> chain(lists:sort(by_key(fun(A, B) -> A >= B end), maps:to_list(Map)));
iterator(Map, Order) when is_map(Map), is_function(Order, 2) ->
    chain(lists:sort(by_key(Order), maps:to_list(Map)));
iterator(Map, Order) -> erlang:error(error_type(Map), [Map, Order]).

by_key(Order) -> fun({A, _}, {B, _}) -> Order(A, B) end.

chain([{K, V} | Rest]) -> {K, V, chain(Rest)};
chain([]) -> none.

pairs(Map) when is_map(Map) -> maps:to_list(Map);
pairs(Iterator) ->
    try drain(maps:next(Iterator))
    catch error:_ -> badmap
    end.

drain({K, V, Iterator}) -> [{K, V} | drain(maps:next(Iterator))];
drain(none) -> [].

error_type(Map) when is_map(Map) -> badarg;
error_type(NotMap) -> {badmap, NotMap}.

error_type_of_two(Left, Right) when is_map(Left), is_map(Right) -> badarg;
error_type_of_two(Left, Right) when is_map(Left) -> {badmap, Right};
error_type_of_two(Left, _) -> {badmap, Left}.
