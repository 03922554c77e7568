%% Ordered sets as general balanced trees: OTP's stdlib manual, module gb_sets. A set is {Size, Root}, a node
%% {Element, Smaller, Bigger}; see gb_trees for how the tree is kept balanced.
-module(gb_sets).

-export([add/2, add_element/2, balance/1, del_element/2, delete/2, delete_any/2, difference/2, empty/0,
         filter/2, filtermap/2, fold/3, from_list/1, from_ordset/1, insert/2, intersection/1,
         intersection/2, is_disjoint/2, is_element/2, is_empty/1, is_equal/2, is_member/2, is_set/1,
         is_subset/2, iterator/1, iterator/2, iterator_from/2, iterator_from/3, larger/2, largest/1,
         map/2, new/0, next/1, singleton/1, size/1, smaller/2, smallest/1, subtract/2, take_largest/1,
         take_smallest/1, to_list/1, union/1, union/2]).
-compile({no_auto_import, [size/1]}).

empty() -> {0, nil}.
new() -> empty().
singleton(X) -> {1, {X, nil, nil}}.
is_empty({0, nil}) -> true;
is_empty(_) -> false.
size({Size, _}) -> Size.

is_set({0, nil}) -> true;
is_set({Size, {_, _, _}}) when is_integer(Size), Size >= 0 -> true;
is_set(_) -> false.

%% ---- Looking up ----

is_member(X, {_, Node}) -> member_in(X, Node).
is_element(X, Set) -> is_member(X, Set).

member_in(X, {Y, Smaller, _}) when X < Y -> member_in(X, Smaller);
member_in(X, {Y, _, Bigger}) when X > Y -> member_in(X, Bigger);
member_in(_, {_, _, _}) -> true;
member_in(_, nil) -> false.

smallest({_, Node}) -> smallest_in(Node).

smallest_in({X, nil, _}) -> X;
smallest_in({_, Smaller, _}) -> smallest_in(Smaller).

largest({_, Node}) -> largest_in(Node).

largest_in({X, _, nil}) -> X;
largest_in({_, _, Bigger}) -> largest_in(Bigger).

smaller(X, {_, Node}) -> smaller_in(X, Node, none).

smaller_in(_, nil, Best) -> Best;
smaller_in(X, {Y, _, Bigger}, _) when X > Y -> smaller_in(X, Bigger, {found, Y});
smaller_in(X, {_, Smaller, _}, Best) -> smaller_in(X, Smaller, Best).

larger(X, {_, Node}) -> larger_in(X, Node, none).

larger_in(_, nil, Best) -> Best;
larger_in(X, {Y, Smaller, _}, _) when X < Y -> larger_in(X, Smaller, {found, Y});
larger_in(X, {_, _, Bigger}, Best) -> larger_in(X, Bigger, Best).

%% ---- Changing ----

insert(X, {Size, Node}) ->
    Size1 = Size + 1,
    case insert_in(X, Node, Size1 * Size1) of
        {grown, Inserted, _, _} -> {Size1, Inserted};
        Inserted -> {Size1, Inserted}
    end.

%% As in gb_trees; what goes up is tagged, since a node is a triple here.
insert_in(X, {Y, Smaller, Bigger}, Room) when X < Y ->
    case insert_in(X, Smaller, Room bsr 1) of
        {grown, Node, Height, Size} ->
            {Height2, Size2} = measure(Bigger),
            grown({Y, Node, Bigger}, Height, Height2, Size + Size2 + 1);
        Node -> {Y, Node, Bigger}
    end;
insert_in(X, {Y, Smaller, Bigger}, Room) when X > Y ->
    case insert_in(X, Bigger, Room bsr 1) of
        {grown, Node, Height, Size} ->
            {Height2, Size2} = measure(Smaller),
            grown({Y, Smaller, Node}, Height, Height2, Size + Size2 + 1);
        Node -> {Y, Smaller, Node}
    end;
insert_in(X, nil, 0) -> {grown, {X, nil, nil}, 1, 1};
insert_in(X, nil, _) -> {X, nil, nil};
insert_in(X, _, _) -> erlang:error({key_exists, X}).

grown(Node, Height1, Height2, Size) ->
    Height = 2 * max(Height1, Height2),
    case Height > Size * Size of
        true -> build(elements(Node, []), Size);
        false -> {grown, Node, Height, Size}
    end.

measure({_, nil, nil}) -> {1, 1};
measure({_, Smaller, Bigger}) ->
    {Height1, Size1} = measure(Smaller),
    {Height2, Size2} = measure(Bigger),
    {2 * max(Height1, Height2), Size1 + Size2 + 1};
measure(nil) -> {1, 0}.

add(X, Set) ->
    case is_member(X, Set) of
        true -> Set;
        false -> insert(X, Set)
    end.
add_element(X, Set) -> add(X, Set).

delete_any(X, Set) ->
    case is_member(X, Set) of
        true -> delete(X, Set);
        false -> Set
    end.
del_element(X, Set) -> delete_any(X, Set).

delete(X, {Size, Node}) -> {Size - 1, delete_in(X, Node)}.

delete_in(X, {Y, Smaller, Bigger}) when X < Y -> {Y, delete_in(X, Smaller), Bigger};
delete_in(X, {Y, Smaller, Bigger}) when X > Y -> {Y, Smaller, delete_in(X, Bigger)};
delete_in(_, {_, Smaller, nil}) -> Smaller;
delete_in(_, {_, nil, Bigger}) -> Bigger;
delete_in(_, {_, Smaller, Bigger}) ->
    {First, Rest} = take_first(Bigger),
    {First, Smaller, Rest}.

take_first({X, nil, Bigger}) -> {X, Bigger};
take_first({X, Smaller, Bigger}) ->
    {First, Rest} = take_first(Smaller),
    {First, {X, Rest, Bigger}}.

take_last({X, Smaller, nil}) -> {X, Smaller};
take_last({X, Smaller, Bigger}) ->
    {Last, Rest} = take_last(Bigger),
    {Last, {X, Smaller, Rest}}.

take_smallest({Size, Node}) ->
    {X, Rest} = take_first(Node),
    {X, {Size - 1, Rest}}.

take_largest({Size, Node}) ->
    {X, Rest} = take_last(Node),
    {X, {Size - 1, Rest}}.

%% ---- The whole set ----

from_list(List) -> from_ordset(ordsets:from_list(List)).

from_ordset(List) ->
    Size = length(List),
    {Size, build(List, Size)}.

balance({Size, Node}) -> {Size, build(elements(Node, []), Size)}.

build(List, Size) ->
    {Node, []} = build_first(List, Size),
    Node.

build_first(List, Size) when Size > 1 ->
    Others = Size - 1,
    Right = Others div 2,
    {Smaller, [X | Rest]} = build_first(List, Others - Right),
    {Bigger, Rest2} = build_first(Rest, Right),
    {{X, Smaller, Bigger}, Rest2};
build_first([X | Rest], 1) -> {{X, nil, nil}, Rest};
build_first(List, 0) -> {nil, List}.

to_list({_, Node}) -> elements(Node, []).

elements({X, Smaller, Bigger}, Rest) -> elements(Smaller, [X | elements(Bigger, Rest)]);
elements(nil, Rest) -> Rest.

fold(F, Acc, {_, Node}) when is_function(F, 2) -> fold_in(F, Acc, Node).

fold_in(F, Acc, {X, Smaller, Bigger}) -> fold_in(F, F(X, fold_in(F, Acc, Smaller)), Bigger);
fold_in(_, Acc, nil) -> Acc.

filter(F, Set) when is_function(F, 1) -> from_ordset(lists:filter(F, to_list(Set))).
map(F, Set) when is_function(F, 1) -> from_list(lists:map(F, to_list(Set))).
filtermap(F, Set) when is_function(F, 1) -> from_list(lists:filtermap(F, to_list(Set))).

%% ---- Two sets and more ----

%% A small set is added element by element, else both are merged.
union({N1, _} = Left, {N2, _} = Right) when N1 < N2 -> union(Right, Left);
union({N1, _} = Left, {N2, _} = Right) when N2 * 8 < N1 -> lists:foldl(fun add/2, Left, to_list(Right));
union(Left, Right) -> from_ordset(ordsets:union(to_list(Left), to_list(Right))).

union([Set | Sets]) -> lists:foldl(fun union/2, Set, Sets);
union([]) -> empty().

intersection(Left, Right) -> from_ordset(ordsets:intersection(to_list(Left), to_list(Right))).

intersection([Set]) -> Set;
intersection([A, B | Sets]) -> intersection([intersection(A, B) | Sets]).

difference({_, _} = Left, {N2, _} = Right) ->
    case N2 * 8 < size(Left) of
        true -> lists:foldl(fun delete_any/2, Left, to_list(Right));
        false -> from_ordset(ordsets:subtract(to_list(Left), to_list(Right)))
    end.
subtract(Left, Right) -> difference(Left, Right).

is_subset({N1, _} = Left, {N2, _} = Right) ->
    N1 =< N2 andalso lists:all(fun(X) -> is_member(X, Right) end, to_list(Left)).

is_disjoint({N1, _} = Left, {N2, _} = Right) when N1 > N2 -> is_disjoint(Right, Left);
is_disjoint(Left, Right) -> not lists:any(fun(X) -> is_member(X, Right) end, to_list(Left)).

is_equal(Left, Right) -> to_list(Left) == to_list(Right).

%% ---- Iterators ----

iterator(Set) -> iterator(Set, ordered).
iterator({_, Node}, ordered) -> left_spine(Node, []);
iterator({_, Node}, reversed) -> {reversed, right_spine(Node, [])}.

iterator_from(X, Set) -> iterator_from(X, Set, ordered).
iterator_from(X, {_, Node}, ordered) -> from(X, Node, []);
iterator_from(X, {_, Node}, reversed) -> {reversed, down_from(X, Node, [])}.

left_spine({_, Smaller, _} = Node, Path) -> left_spine(Smaller, [Node | Path]);
left_spine(nil, Path) -> Path.

right_spine({_, _, Bigger} = Node, Path) -> right_spine(Bigger, [Node | Path]);
right_spine(nil, Path) -> Path.

from(X, {Y, _, Bigger}, Path) when Y < X -> from(X, Bigger, Path);
from(X, {_, Smaller, _} = Node, Path) -> from(X, Smaller, [Node | Path]);
from(_, nil, Path) -> Path.

down_from(X, {Y, Smaller, _}, Path) when Y > X -> down_from(X, Smaller, Path);
down_from(X, {_, _, Bigger} = Node, Path) -> down_from(X, Bigger, [Node | Path]);
down_from(_, nil, Path) -> Path.

next({reversed, [{X, Smaller, _} | Path]}) -> {X, {reversed, right_spine(Smaller, Path)}};
next({reversed, []}) -> none;
next([{X, _, Bigger} | Path]) -> {X, left_spine(Bigger, Path)};
next([]) -> none.
