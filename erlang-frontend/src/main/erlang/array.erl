%% Arrays by index from 0: OTP's stdlib manual, module array. An array is the record that OTP's is, so that arrays compare,
%% print and travel as there: max is the room of an array that may grow, 0 for one of fixed size.
%% Its elements are a tree: a leaf is a tuple of ten values, a node a tuple of ten subtrees and the room of each of them.
%% A subtree where nothing was ever set is its room, an integer.
-module(array).

-export([default/1, fix/1, foldl/3, foldr/3, from_list/1, from_list/2, from_orddict/1, from_orddict/2, get/2,
         is_array/1, is_fix/1, map/2, new/0, new/1, new/2, relax/1, reset/2, resize/1, resize/2, set/3, size/1,
         sparse_foldl/3, sparse_foldr/3, sparse_map/2, sparse_size/1, sparse_to_list/1, sparse_to_orddict/1,
         to_list/1, to_orddict/1]).
-compile({no_auto_import, [get/2, size/1]}).

-define(WIDTH, 10).
-define(IS_LEAF(Tree), (tuple_size(Tree) =:= ?WIDTH)).
-record(array, {size = 0, max = ?WIDTH, default = undefined, elements = ?WIDTH}).

%% ---- Making ----

new() -> #array{}.

new(Options) -> options(Options, 0, false, undefined).

new(Size, Options) when is_integer(Size), Size >= 0 -> options(Options, Size, true, undefined);
new(_, _) -> erlang:error(badarg).

options(Options, Size, Fixed, Default) when is_list(Options) -> chosen(Options, Size, Fixed, Default);
options(Option, Size, Fixed, Default) -> chosen([Option], Size, Fixed, Default).

chosen([fixed | Rest], Size, _, Default) -> chosen(Rest, Size, true, Default);
chosen([{fixed, Fixed} | Rest], Size, _, Default) when is_boolean(Fixed) -> chosen(Rest, Size, Fixed, Default);
chosen([{default, Default} | Rest], Size, Fixed, _) -> chosen(Rest, Size, Fixed, Default);
chosen([{size, Size} | Rest], _, _, Default) when is_integer(Size), Size >= 0 -> chosen(Rest, Size, true, Default);
chosen([Size | Rest], _, _, Default) when is_integer(Size), Size >= 0 -> chosen(Rest, Size, true, Default);
chosen([], Size, Fixed, Default) ->
    Room = room(Size, ?WIDTH),
    #array{size = Size, max = max_of(Fixed, Room), default = Default, elements = Room};
chosen(_, _, _, _) -> erlang:error(badarg).

max_of(true, _) -> 0;
max_of(false, Room) -> Room.

%% The first room, from the given one on, that is enough for so many entries.
room(Size, Room) when Size =< Room -> Room;
room(Size, Room) -> room(Size, Room * ?WIDTH).

%% ---- What it is ----

is_array(#array{size = Size, max = Max}) when is_integer(Size), is_integer(Max) -> true;
is_array(_) -> false.

size(#array{size = Size}) -> Size;
size(_) -> erlang:error(badarg).

default(#array{default = Default}) -> Default;
default(_) -> erlang:error(badarg).

fix(#array{} = A) -> A#array{max = 0}.

is_fix(#array{max = Max}) -> Max =:= 0.

relax(#array{size = Size} = A) -> A#array{max = room(Size, ?WIDTH)}.

resize(A) -> resize(sparse_size(A), A).

resize(Size, #array{size = Old} = A) when is_integer(Size), Size >= 0 ->
    case Size > Old of
        true -> widened(Size, A);
        false -> A#array{size = Size}
    end;
resize(_, _) -> erlang:error(badarg).

%% The array with a larger size, and room for it.
widened(Size, #array{max = Max, elements = Tree} = A) ->
    Before = room_of(Tree),
    Room = room(Size, Before),
    A#array{size = Size, max = max_of(Max =:= 0, Room), elements = taller(Tree, Before, Room)}.

room_of(Tree) when is_integer(Tree) -> Tree;
room_of(Tree) when ?IS_LEAF(Tree) -> ?WIDTH;
room_of(Tree) -> element(?WIDTH + 1, Tree) * ?WIDTH.

taller(Tree, Room, Room) -> Tree;
taller(Tree, _, Wanted) when is_integer(Tree) -> Wanted;
taller(Tree, Room, Wanted) -> taller(setelement(1, branch(Room), Tree), Room * ?WIDTH, Wanted).

%% A node of ten subtrees of that room, where nothing is set.
branch(Room) -> erlang:make_tuple(?WIDTH + 1, Room).

leaf(Default) -> erlang:make_tuple(?WIDTH, Default).

%% ---- One entry ----

get(I, #array{size = Size, default = Default, elements = Tree}) when is_integer(I), I >= 0, I < Size ->
    fetch(I, Tree, Default);
get(I, #array{max = Max, default = Default}) when is_integer(I), I >= 0, Max > 0 -> Default;
get(_, _) -> erlang:error(badarg).

fetch(_, Tree, Default) when is_integer(Tree) -> Default;
fetch(I, Tree, _) when ?IS_LEAF(Tree) -> element(I + 1, Tree);
fetch(I, Tree, Default) ->
    Room = element(?WIDTH + 1, Tree),
    fetch(I rem Room, element(I div Room + 1, Tree), Default).

set(I, Value, #array{size = Size, default = Default, elements = Tree} = A) when is_integer(I), I >= 0, I < Size ->
    A#array{elements = store(I, Value, Tree, Default)};
set(I, Value, #array{max = Max, default = Default} = A) when is_integer(I), I >= 0, Max > 0 ->
    #array{elements = Tree} = Wide = widened(I + 1, A),
    Wide#array{elements = store(I, Value, Tree, Default)};
set(_, _, _) -> erlang:error(badarg).

store(I, Value, Tree, Default) when is_integer(Tree) -> store(I, Value, opened(Tree, Default), Default);
store(I, Value, Tree, _) when ?IS_LEAF(Tree) -> setelement(I + 1, Tree, Value);
store(I, Value, Tree, Default) ->
    Room = element(?WIDTH + 1, Tree),
    Child = I div Room + 1,
    setelement(Child, Tree, store(I rem Room, Value, element(Child, Tree), Default)).

%% An untouched subtree as one that can be written to.
opened(?WIDTH, Default) -> leaf(Default);
opened(Room, _) -> branch(Room div ?WIDTH).

reset(I, #array{size = Size, default = Default} = A) when is_integer(I), I >= 0, I < Size ->
    case get(I, A) of
        Default -> A;
        _ -> set(I, Default, A)
    end;
reset(I, #array{max = Max} = A) when is_integer(I), I >= 0, Max > 0 -> A;
reset(_, _) -> erlang:error(badarg).

%% ---- All entries. Which says what becomes of those that are the default: all or sparse ----

foldl(F, Acc, A) -> foldl(all, F, Acc, A).
foldr(F, Acc, A) -> foldr(all, F, Acc, A).
sparse_foldl(F, Acc, A) -> foldl(sparse, F, Acc, A).
sparse_foldr(F, Acc, A) -> foldr(sparse, F, Acc, A).

foldl(Which, F, Acc, #array{size = Size, default = Default, elements = Tree}) when is_function(F, 3) ->
    forward(Which, F, Acc, 0, Size, Tree, Default);
foldl(_, _, _, _) -> erlang:error(badarg).

%% Tree holds the entries from Base on; those from End on are beyond the array.
forward(sparse, _, Acc, _, _, Tree, _) when is_integer(Tree) -> Acc;
forward(Which, F, Acc, Base, End, Tree, Default) when Base < End ->
    case is_integer(Tree) of
        true -> forward(Which, F, Acc, Base, End, opened(Tree, Default), Default);
        false -> forward(Which, F, Acc, Base, 1, End, Tree, Default)
    end;
forward(_, _, Acc, _, _, _, _) -> Acc.

forward(Which, F, Acc, I, N, End, Leaf, Default) when ?IS_LEAF(Leaf), N =< ?WIDTH, I < End ->
    case element(N, Leaf) of
        Default when Which =:= sparse -> forward(Which, F, Acc, I + 1, N + 1, End, Leaf, Default);
        Value -> forward(Which, F, F(I, Value, Acc), I + 1, N + 1, End, Leaf, Default)
    end;
forward(Which, F, Acc, Base, N, End, Node, Default) when not ?IS_LEAF(Node), N =< ?WIDTH, Base < End ->
    Acc1 = forward(Which, F, Acc, Base, End, element(N, Node), Default),
    forward(Which, F, Acc1, Base + element(?WIDTH + 1, Node), N + 1, End, Node, Default);
forward(_, _, Acc, _, _, _, _, _) -> Acc.

foldr(Which, F, Acc, #array{size = Size, default = Default, elements = Tree}) when is_function(F, 3) ->
    backward(Which, F, Acc, 0, Size, Tree, Default);
foldr(_, _, _, _) -> erlang:error(badarg).

backward(sparse, _, Acc, _, _, Tree, _) when is_integer(Tree) -> Acc;
backward(Which, F, Acc, Base, End, Tree, Default) when Base < End ->
    if
        is_integer(Tree) -> backward(Which, F, Acc, Base, End, opened(Tree, Default), Default);
        ?IS_LEAF(Tree) -> backward(Which, F, Acc, Base, min(?WIDTH, End - Base), End, Tree, Default);
        true ->
            Last = min(?WIDTH, (End - 1 - Base) div element(?WIDTH + 1, Tree) + 1),
            backward(Which, F, Acc, Base, Last, End, Tree, Default)
    end;
backward(_, _, Acc, _, _, _, _) -> Acc.

backward(_, _, Acc, _, 0, _, _, _) -> Acc;
backward(Which, F, Acc, Base, N, End, Leaf, Default) when ?IS_LEAF(Leaf) ->
    case element(N, Leaf) of
        Default when Which =:= sparse -> backward(Which, F, Acc, Base, N - 1, End, Leaf, Default);
        Value -> backward(Which, F, F(Base + N - 1, Value, Acc), Base, N - 1, End, Leaf, Default)
    end;
backward(Which, F, Acc, Base, N, End, Node, Default) ->
    Room = element(?WIDTH + 1, Node),
    Acc1 = backward(Which, F, Acc, Base + (N - 1) * Room, End, element(N, Node), Default),
    backward(Which, F, Acc1, Base, N - 1, End, Node, Default).

map(F, A) -> map(all, F, A).
sparse_map(F, A) -> map(sparse, F, A).

map(Which, F, #array{size = Size, default = Default, elements = Tree} = A) when is_function(F, 2) ->
    A#array{elements = mapped(Which, F, 0, Size, Tree, Default)};
map(_, _, _) -> erlang:error(badarg).

mapped(sparse, _, _, _, Tree, _) when is_integer(Tree) -> Tree;
mapped(Which, F, Base, End, Tree, Default) when is_integer(Tree), Base < End ->
    mapped(Which, F, Base, 1, End, opened(Tree, Default), Default);
mapped(Which, F, Base, End, Tree, Default) when Base < End -> mapped(Which, F, Base, 1, End, Tree, Default);
mapped(_, _, _, _, Tree, _) -> Tree.

mapped(Which, F, I, N, End, Leaf, Default) when ?IS_LEAF(Leaf), N =< ?WIDTH, I < End ->
    case element(N, Leaf) of
        Default when Which =:= sparse -> mapped(Which, F, I + 1, N + 1, End, Leaf, Default);
        Value -> mapped(Which, F, I + 1, N + 1, End, setelement(N, Leaf, F(I, Value)), Default)
    end;
mapped(Which, F, Base, N, End, Node, Default) when not ?IS_LEAF(Node), N =< ?WIDTH, Base < End ->
    Child = mapped(Which, F, Base, End, element(N, Node), Default),
    mapped(Which, F, Base + element(?WIDTH + 1, Node), N + 1, End, setelement(N, Node, Child), Default);
mapped(_, _, _, _, _, Tree, _) -> Tree.

to_list(A) -> foldr(all, fun(_, V, Vs) -> [V | Vs] end, [], A).
to_orddict(A) -> foldr(all, fun(I, V, Pairs) -> [{I, V} | Pairs] end, [], A).
sparse_to_list(A) -> foldr(sparse, fun(_, V, Vs) -> [V | Vs] end, [], A).
sparse_to_orddict(A) -> foldr(sparse, fun(I, V, Pairs) -> [{I, V} | Pairs] end, [], A).

%% The last entry that is not the default ends the search for it.
sparse_size(A) ->
    try foldr(sparse, fun(I, _, _) -> throw({last, I}) end, [], A) of
        [] -> 0
    catch
        {last, I} -> I + 1
    end.

%% ---- From lists ----

from_list(List) -> from_list(List, undefined).

from_list([], Default) -> new({default, Default});
from_list(List, Default) when is_list(List) ->
    {Leaves, Size} = leaves(List, Default, [], 0),
    {Tree, Room} = tree(Leaves, ?WIDTH),
    #array{size = Size, max = Room, default = Default, elements = Tree};
from_list(_, _) -> erlang:error(badarg).

leaves([A, B, C, D, E, F, G, H, I, J | Rest], Default, Leaves, Size) ->
    leaves(Rest, Default, [{A, B, C, D, E, F, G, H, I, J} | Leaves], Size + ?WIDTH);
leaves([], _, Leaves, Size) -> {lists:reverse(Leaves), Size};
leaves(Rest, Default, Leaves, Size) ->
    case proper_length(Rest, 0) of
        improper -> erlang:error(badarg);
        N ->
            Last = list_to_tuple(Rest ++ lists:duplicate(?WIDTH - N, Default)),
            {lists:reverse(Leaves, [Last]), Size + N}
    end.

proper_length([_ | Rest], N) -> proper_length(Rest, N + 1);
proper_length([], N) -> N;
proper_length(_, _) -> improper.

%% Level by level, ten subtrees to a node.
tree([Tree], Room) -> {Tree, Room};
tree(Trees, Room) -> tree(nodes(Trees, Room, []), Room * ?WIDTH).

nodes([], _, Nodes) -> lists:reverse(Nodes);
nodes([A, B, C, D, E, F, G, H, I, J | Rest], Room, Nodes) ->
    nodes(Rest, Room, [{A, B, C, D, E, F, G, H, I, J, Room} | Nodes]);
nodes(Last, Room, Nodes) ->
    Missing = lists:duplicate(?WIDTH + 1 - length(Last), Room),
    lists:reverse(Nodes, [list_to_tuple(Last ++ Missing)]).

from_orddict(Pairs) -> from_orddict(Pairs, undefined).

from_orddict(Pairs, Default) when is_list(Pairs) -> from_pairs(Pairs, new({default, Default}));
from_orddict(_, _) -> erlang:error(badarg).

from_pairs([{I, V} | Rest], #array{size = Size} = A) when is_integer(I), I >= Size -> from_pairs(Rest, set(I, V, A));
from_pairs([], A) -> A;
from_pairs(Rest, _) -> erlang:error({badarg, Rest}).
