%% Sets as ordered lists without equal elements: OTP's stdlib manual, module ordsets.
-module(ordsets).

-export([add_element/2, del_element/2, filter/2, fold/3, from_list/1, intersection/1, intersection/2,
         is_disjoint/2, is_element/2, is_empty/1, is_equal/2, is_set/1, is_subset/2, new/0, size/1,
         subtract/2, to_list/1, union/1, union/2, map/2, filtermap/2]).

new() -> [].
is_set([X | Rest]) -> ascending(X, Rest);
is_set([]) -> true;
is_set(_) -> false.

ascending(X, [Y | Rest]) when X < Y -> ascending(Y, Rest);
ascending(_, []) -> true;
ascending(_, _) -> false.

size(Set) -> length(Set).
is_empty(Set) -> Set =:= [].
is_equal(Left, Right) when is_list(Left), is_list(Right) -> Left == Right.
to_list(Set) -> Set.
from_list(List) -> lists:usort(List).

is_element(X, [Y | Rest]) when X > Y -> is_element(X, Rest);
is_element(X, [Y | _]) when X < Y -> false;
is_element(_, [_ | _]) -> true;
is_element(_, []) -> false.

add_element(X, [Y | Rest]) when X > Y -> [Y | add_element(X, Rest)];
add_element(X, [Y | _] = Set) when X < Y -> [X | Set];
add_element(_, [_ | _] = Set) -> Set;
add_element(X, []) -> [X].

del_element(X, [Y | Rest]) when X > Y -> [Y | del_element(X, Rest)];
del_element(X, [Y | _] = Set) when X < Y -> Set;
del_element(_, [_ | Rest]) -> Rest;
del_element(_, []) -> [].

union(Left, Right) -> lists:umerge(Left, Right).
union(Sets) -> lists:umerge(Sets).

intersection([X | Xs], [Y | _] = Ys) when X < Y -> intersection(Xs, Ys);
intersection([X | _] = Xs, [Y | Ys]) when X > Y -> intersection(Xs, Ys);
intersection([X | Xs], [_ | Ys]) -> [X | intersection(Xs, Ys)];
intersection([], _) -> [];
intersection(_, []) -> [].

intersection([Set]) -> Set;
intersection([A, B | Sets]) -> intersection([intersection(A, B) | Sets]).

is_disjoint([X | Xs], [Y | _] = Ys) when X < Y -> is_disjoint(Xs, Ys);
is_disjoint([X | _] = Xs, [Y | Ys]) when X > Y -> is_disjoint(Xs, Ys);
is_disjoint([_ | _], [_ | _]) -> false;
is_disjoint([], _) -> true;
is_disjoint(_, []) -> true.

subtract([X | Xs], [Y | _] = Ys) when X < Y -> [X | subtract(Xs, Ys)];
subtract([X | _] = Xs, [Y | Ys]) when X > Y -> subtract(Xs, Ys);
subtract([_ | Xs], [_ | Ys]) -> subtract(Xs, Ys);
subtract([], _) -> [];
subtract(Xs, []) -> Xs.

is_subset([X | _], [Y | _]) when X < Y -> false;
is_subset([X | _] = Xs, [Y | Ys]) when X > Y -> is_subset(Xs, Ys);
is_subset([_ | Xs], [_ | Ys]) -> is_subset(Xs, Ys);
is_subset([], _) -> true;
is_subset(_, []) -> false.

fold(F, Acc, Set) -> lists:foldl(F, Acc, Set).
filter(F, Set) -> lists:filter(F, Set).
map(F, Set) -> from_list(lists:map(F, Set)).
filtermap(F, Set) -> from_list(lists:filtermap(F, Set)).
