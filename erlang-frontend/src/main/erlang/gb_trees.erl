%% General balanced trees: OTP's stdlib manual, module gb_trees, after Arne Andersson, "General Balanced Trees", Journal of
%% Algorithms 30 (1999). Nothing is stored for balance: an insertion that went deeper than 2 * log2(size) rebuilds the
%% lowest subtree whose height is too great for its size. A tree is {Size, Root}, a node {Key, Value, Smaller, Bigger}.
-module(gb_trees).

-export([balance/1, delete/2, delete_any/2, empty/0, enter/3, from_orddict/1, get/2, insert/3,
         is_defined/2, is_empty/1, iterator/1, iterator/2, iterator_from/2, iterator_from/3, keys/1,
         larger/2, largest/1, lookup/2, map/2, next/1, size/1, smaller/2, smallest/1, take/2,
         take_any/2, take_largest/1, take_smallest/1, to_list/1, update/3, values/1]).
-compile({no_auto_import, [get/2, size/1]}).

empty() -> {0, nil}.
is_empty({0, nil}) -> true;
is_empty(_) -> false.
size({Size, _}) when is_integer(Size), Size >= 0 -> Size.

%% ---- Looking up. Keys that compare equal are the same ----

lookup(Key, {_, Node}) -> lookup_in(Key, Node).

lookup_in(Key, {Key1, _, Smaller, _}) when Key < Key1 -> lookup_in(Key, Smaller);
lookup_in(Key, {Key1, _, _, Bigger}) when Key > Key1 -> lookup_in(Key, Bigger);
lookup_in(_, {_, Value, _, _}) -> {value, Value};
lookup_in(_, nil) -> none.

is_defined(Key, Tree) -> lookup(Key, Tree) =/= none.

get(Key, {_, Node}) -> get_in(Key, Node).

get_in(Key, {Key1, _, Smaller, _}) when Key < Key1 -> get_in(Key, Smaller);
get_in(Key, {Key1, _, _, Bigger}) when Key > Key1 -> get_in(Key, Bigger);
get_in(_, {_, Value, _, _}) -> Value.

smallest({_, Node}) -> smallest_in(Node).

smallest_in({Key, Value, nil, _}) -> {Key, Value};
smallest_in({_, _, Smaller, _}) -> smallest_in(Smaller).

largest({_, Node}) -> largest_in(Node).

largest_in({Key, Value, _, nil}) -> {Key, Value};
largest_in({_, _, _, Bigger}) -> largest_in(Bigger).

smaller(Key, {_, Node}) -> smaller_in(Key, Node, none).

smaller_in(_, nil, Best) -> Best;
smaller_in(Key, {Key1, Value, _, Bigger}, _) when Key > Key1 -> smaller_in(Key, Bigger, {Key1, Value});
smaller_in(Key, {_, _, Smaller, _}, Best) -> smaller_in(Key, Smaller, Best).

larger(Key, {_, Node}) -> larger_in(Key, Node, none).

larger_in(_, nil, Best) -> Best;
larger_in(Key, {Key1, Value, Smaller, _}, _) when Key < Key1 -> larger_in(Key, Smaller, {Key1, Value});
larger_in(Key, {_, _, _, Bigger}, Best) -> larger_in(Key, Bigger, Best).

%% ---- Changing ----

update(Key, Value, {Size, Node}) -> {Size, update_in(Key, Value, Node)}.

update_in(Key, Value, {Key1, V, Smaller, Bigger}) when Key < Key1 ->
    {Key1, V, update_in(Key, Value, Smaller), Bigger};
update_in(Key, Value, {Key1, V, Smaller, Bigger}) when Key > Key1 ->
    {Key1, V, Smaller, update_in(Key, Value, Bigger)};
update_in(Key, Value, {_, _, Smaller, Bigger}) -> {Key, Value, Smaller, Bigger}.

insert(Key, Value, {Size, Node}) when is_integer(Size) ->
    Size1 = Size + 1,
    case insert_in(Key, Value, Node, Size1 * Size1) of
        {Inserted, _, _} -> {Size1, Inserted};
        Inserted -> {Size1, Inserted}
    end.

%% Room halves a level; where it is used up at the bottom, {Node, 2^Height, Size} goes up until a subtree is found that is
%% too high for its size.
insert_in(Key, Value, {Key1, V, Smaller, Bigger}, Room) when Key < Key1 ->
    case insert_in(Key, Value, Smaller, Room bsr 1) of
        {Node, Height, Size} ->
            {Height2, Size2} = measure(Bigger),
            grown({Key1, V, Node, Bigger}, Height, Height2, Size + Size2 + 1);
        Node -> {Key1, V, Node, Bigger}
    end;
insert_in(Key, Value, {Key1, V, Smaller, Bigger}, Room) when Key > Key1 ->
    case insert_in(Key, Value, Bigger, Room bsr 1) of
        {Node, Height, Size} ->
            {Height2, Size2} = measure(Smaller),
            grown({Key1, V, Smaller, Node}, Height, Height2, Size + Size2 + 1);
        Node -> {Key1, V, Smaller, Node}
    end;
insert_in(Key, Value, nil, 0) -> {{Key, Value, nil, nil}, 1, 1};
insert_in(Key, Value, nil, _) -> {Key, Value, nil, nil};
insert_in(Key, _, _, _) -> erlang:error({key_exists, Key}).

grown(Node, Height1, Height2, Size) ->
    Height = 2 * max(Height1, Height2),
    case Height > Size * Size of
        true -> balance_node(Node, Size);
        false -> {Node, Height, Size}
    end.

measure({_, _, nil, nil}) -> {1, 1};
measure({_, _, Smaller, Bigger}) ->
    {Height1, Size1} = measure(Smaller),
    {Height2, Size2} = measure(Bigger),
    {2 * max(Height1, Height2), Size1 + Size2 + 1};
measure(nil) -> {1, 0}.

enter(Key, Value, Tree) ->
    case is_defined(Key, Tree) of
        true -> update(Key, Value, Tree);
        false -> insert(Key, Value, Tree)
    end.

delete_any(Key, Tree) ->
    case is_defined(Key, Tree) of
        true -> delete(Key, Tree);
        false -> Tree
    end.

delete(Key, {Size, Node}) when is_integer(Size), Size >= 0 ->
    {_, Rest} = take_in(Key, Node),
    {Size - 1, Rest}.

take_any(Key, Tree) ->
    case is_defined(Key, Tree) of
        true -> take(Key, Tree);
        false -> error
    end.

take(Key, {Size, Node}) when is_integer(Size), Size >= 0 ->
    {Value, Rest} = take_in(Key, Node),
    {Value, {Size - 1, Rest}}.

take_in(Key, {Key1, V, Smaller, Bigger}) when Key < Key1 ->
    {Value, Rest} = take_in(Key, Smaller),
    {Value, {Key1, V, Rest, Bigger}};
take_in(Key, {Key1, V, Smaller, Bigger}) when Key > Key1 ->
    {Value, Rest} = take_in(Key, Bigger),
    {Value, {Key1, V, Smaller, Rest}};
take_in(_, {_, Value, Smaller, Bigger}) -> {Value, joined(Smaller, Bigger)}.

joined(Smaller, nil) -> Smaller;
joined(nil, Bigger) -> Bigger;
joined(Smaller, Bigger) ->
    {Key, Value, Rest} = take_first(Bigger),
    {Key, Value, Smaller, Rest}.

take_first({Key, Value, nil, Bigger}) -> {Key, Value, Bigger};
take_first({Key, Value, Smaller, Bigger}) ->
    {First, FirstValue, Rest} = take_first(Smaller),
    {First, FirstValue, {Key, Value, Rest, Bigger}}.

take_smallest({Size, Node}) when is_integer(Size), Size >= 0 ->
    {Key, Value, Rest} = take_first(Node),
    {Key, Value, {Size - 1, Rest}}.

take_largest({Size, Node}) when is_integer(Size), Size >= 0 ->
    {Key, Value, Rest} = take_last(Node),
    {Key, Value, {Size - 1, Rest}}.

take_last({Key, Value, Smaller, nil}) -> {Key, Value, Smaller};
take_last({Key, Value, Smaller, Bigger}) ->
    {Last, LastValue, Rest} = take_last(Bigger),
    {Last, LastValue, {Key, Value, Smaller, Rest}}.

%% ---- The whole tree ----

from_orddict(Pairs) ->
    Size = length(Pairs),
    {Size, build(Pairs, Size)}.

balance({Size, Node}) -> {Size, balance_node(Node, Size)}.

balance_node(Node, Size) -> build(pairs(Node, []), Size).

build(Pairs, Size) ->
    {Node, []} = build_first(Pairs, Size),
    Node.

%% A tree of the first Size pairs, and the others.
build_first(Pairs, Size) when Size > 1 ->
    Others = Size - 1,
    Right = Others div 2,
    {Smaller, [{Key, Value} | Rest]} = build_first(Pairs, Others - Right),
    {Bigger, Rest2} = build_first(Rest, Right),
    {{Key, Value, Smaller, Bigger}, Rest2};
build_first([{Key, Value} | Rest], 1) -> {{Key, Value, nil, nil}, Rest};
build_first(Pairs, 0) -> {nil, Pairs}.

to_list({_, Node}) -> pairs(Node, []).

pairs({Key, Value, Smaller, Bigger}, Rest) -> pairs(Smaller, [{Key, Value} | pairs(Bigger, Rest)]);
pairs(nil, Rest) -> Rest.

keys(Tree) -> [Key || {Key, _} <- to_list(Tree)].
values(Tree) -> [Value || {_, Value} <- to_list(Tree)].

map(F, {Size, Node}) when is_function(F, 2) -> {Size, map_in(F, Node)}.

map_in(F, {Key, Value, Smaller, Bigger}) ->
    {Key, F(Key, Value), map_in(F, Smaller), map_in(F, Bigger)};
map_in(_, nil) -> nil.

%% ---- Iterators: the path of nodes still to visit, under the direction when it is reversed ----

iterator(Tree) -> iterator(Tree, ordered).
iterator({_, Node}, ordered) -> left_spine(Node, []);
iterator({_, Node}, reversed) -> {reversed, right_spine(Node, [])}.

iterator_from(Key, Tree) -> iterator_from(Key, Tree, ordered).
iterator_from(Key, {_, Node}, ordered) -> from_key(Key, Node, []);
iterator_from(Key, {_, Node}, reversed) -> {reversed, down_from_key(Key, Node, [])}.

left_spine({_, _, Smaller, _} = Node, Path) -> left_spine(Smaller, [Node | Path]);
left_spine(nil, Path) -> Path.

right_spine({_, _, _, Bigger} = Node, Path) -> right_spine(Bigger, [Node | Path]);
right_spine(nil, Path) -> Path.

from_key(Key, {Key1, _, _, Bigger}, Path) when Key1 < Key -> from_key(Key, Bigger, Path);
from_key(Key, {_, _, Smaller, _} = Node, Path) -> from_key(Key, Smaller, [Node | Path]);
from_key(_, nil, Path) -> Path.

down_from_key(Key, {Key1, _, Smaller, _}, Path) when Key1 > Key -> down_from_key(Key, Smaller, Path);
down_from_key(Key, {_, _, _, Bigger} = Node, Path) -> down_from_key(Key, Bigger, [Node | Path]);
down_from_key(_, nil, Path) -> Path.

next({reversed, [{Key, Value, Smaller, _} | Path]}) ->
    {Key, Value, {reversed, right_spine(Smaller, Path)}};
next({reversed, []}) -> none;
next([{Key, Value, _, Bigger} | Path]) -> {Key, Value, left_spine(Bigger, Path)};
next([]) -> none.
