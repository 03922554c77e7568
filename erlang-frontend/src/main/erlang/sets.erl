%% Sets without an order: OTP's stdlib manual, module sets. A set is a map from element to [], which is OTP's "version 2"
%% and the only representation here: {version, 1} is accepted and means the same.
-module(sets).

-export([add_element/2, del_element/2, filter/2, filtermap/2, fold/3, from_list/1, from_list/2,
         intersection/1, intersection/2, is_disjoint/2, is_element/2, is_empty/1, is_equal/2, is_set/1,
         is_subset/2, map/2, new/0, new/1, size/1, subtract/2, to_list/1, union/1, union/2]).

new() -> #{}.
new(Options) when is_list(Options) -> #{}.
from_list(List) -> maps:from_keys(List, []).
from_list(List, Options) when is_list(Options) -> from_list(List).

is_set(Set) -> is_map(Set) andalso lists:all(fun(V) -> V =:= [] end, maps:values(Set)).
size(Set) -> map_size(Set).
is_empty(Set) -> map_size(Set) =:= 0.
is_equal(Left, Right) -> Left =:= Right.
to_list(Set) -> maps:keys(Set).
is_element(X, Set) -> is_map_key(X, Set).
add_element(X, Set) -> Set#{X => []}.
del_element(X, Set) -> maps:remove(X, Set).
union(Left, Right) -> maps:merge(Left, Right).

union([Set | Sets]) -> lists:foldl(fun union/2, Set, Sets);
union([]) -> new().

intersection(Left, Right) when map_size(Left) > map_size(Right) -> intersection(Right, Left);
intersection(Left, Right) -> maps:filter(fun(X, _) -> is_map_key(X, Right) end, Left).

intersection([Set]) -> Set;
intersection([A, B | Sets]) -> intersection([intersection(A, B) | Sets]).

is_disjoint(Left, Right) when map_size(Left) > map_size(Right) -> is_disjoint(Right, Left);
is_disjoint(Left, Right) -> not lists:any(fun(X) -> is_map_key(X, Right) end, maps:keys(Left)).

subtract(Left, Right) -> maps:filter(fun(X, _) -> not is_map_key(X, Right) end, Left).

is_subset(Left, Right) ->
    map_size(Left) =< map_size(Right)
        andalso lists:all(fun(X) -> is_map_key(X, Right) end, maps:keys(Left)).

fold(F, Acc, Set) -> lists:foldl(F, Acc, maps:keys(Set)).
filter(F, Set) -> maps:filter(fun(X, _) -> F(X) end, Set).
map(F, Set) -> from_list(lists:map(F, maps:keys(Set))).
filtermap(F, Set) -> from_list(lists:filtermap(F, maps:keys(Set))).
