%% Arrays by index from 0: OTP's stdlib manual, module array. A tree of tuples with ten children; an array is
%% {array, Size, Fixed, Default, Capacity, Root}, opaque to users. A subtree where nothing was set is the atom empty.
-module(array).

-export([default/1, fix/1, fix_size/1, foldl/3, foldr/3, from_list/1, from_list/2, from_orddict/1,
         from_orddict/2, get/2, is_array/1, is_fix/1, map/2, new/0, new/1, new/2, relax/1, reset/2,
         resize/1, resize/2, set/3, size/1, sparse_foldl/3, sparse_foldr/3, sparse_map/2, sparse_size/1,
         sparse_to_list/1, sparse_to_orddict/1, to_list/1, to_orddict/1]).
-compile({no_auto_import, [get/2, size/1]}).

-record(array, {size = 0, fixed = false, default = undefined, capacity = 10, root = empty}).
-define(WIDTH, 10).

new() -> new([]).

new(Options) when is_list(Options) -> options(Options, #array{});
new(Size) when is_integer(Size), Size >= 0 -> new([{size, Size}]);
new(Option) -> new([Option]).

new(Size, Options) when is_integer(Size), Size >= 0 ->
    New = new(Options),
    New2 = grow(Size, New#array{size = Size}),
    case is_list(Options) andalso lists:member({fixed, false}, Options) of
        true -> New2;
        false -> New2#array{fixed = true}
    end;
new(_, _) -> erlang:error(badarg).

options([fixed | Rest], A) -> options(Rest, A#array{fixed = true});
options([{fixed, Fixed} | Rest], A) when is_boolean(Fixed) -> options(Rest, A#array{fixed = Fixed});
options([{default, Default} | Rest], A) -> options(Rest, A#array{default = Default});
options([{size, Size} | Rest], A) when is_integer(Size), Size >= 0 ->
    options(Rest, (grow(Size, A))#array{size = Size, fixed = true});
options([Size | Rest], A) when is_integer(Size), Size >= 0 -> options([{size, Size} | Rest], A);
options([], A) -> A;
options(_, _) -> erlang:error(badarg).

is_array(#array{size = Size}) when is_integer(Size) -> true;
is_array(_) -> false.

size(#array{size = Size}) -> Size;
size(_) -> erlang:error(badarg).

default(#array{default = Default}) -> Default;
default(_) -> erlang:error(badarg).

is_fix(#array{fixed = Fixed}) -> Fixed.
fix(#array{} = A) -> A#array{fixed = true}.
fix_size(A) -> fix(A).
relax(#array{} = A) -> A#array{fixed = false}.

resize(#array{} = A) -> resize(sparse_size(A), A).

resize(Size, #array{size = Old} = A) when is_integer(Size), Size >= Old ->
    (grow(Size, A))#array{size = Size};
resize(Size, #array{size = Old} = A) when is_integer(Size), Size >= 0 ->
    %% What lies beyond the new end must not come back when the array grows again.
    Cleared = sparse_foldl(fun(I, _, B) when I >= Size, I < Old -> put_at(I, empty, B);
                              (_, _, B) -> B
                           end, A, A),
    Cleared#array{size = Size};
resize(_, _) -> erlang:error(badarg).

%% ---- One entry ----

get(I, #array{size = Size, capacity = Capacity, root = Root, default = Default})
  when is_integer(I), I >= 0, I < Size ->
    case fetch(I, Capacity, Root) of
        {set, Value} -> Value;
        empty -> Default
    end;
get(I, #array{fixed = false, default = Default}) when is_integer(I), I >= 0 -> Default;
get(_, _) -> erlang:error(badarg).

fetch(_, _, empty) -> empty;
fetch(I, ?WIDTH, Node) -> element(I + 1, Node);
fetch(I, Capacity, Node) ->
    Below = Capacity div ?WIDTH,
    fetch(I rem Below, Below, element(I div Below + 1, Node)).

set(I, Value, #array{size = Size} = A) when is_integer(I), I >= 0, I < Size ->
    put_at(I, {set, Value}, A);
set(I, Value, #array{fixed = false} = A) when is_integer(I), I >= 0 ->
    put_at(I, {set, Value}, (grow(I + 1, A))#array{size = I + 1});
set(_, _, _) -> erlang:error(badarg).

reset(I, #array{size = Size} = A) when is_integer(I), I >= 0, I < Size -> put_at(I, empty, A);
reset(I, #array{fixed = false} = A) when is_integer(I), I >= 0 -> A;
reset(_, _) -> erlang:error(badarg).

grow(Size, #array{capacity = Capacity} = A) when Size =< Capacity -> A;
grow(Size, #array{capacity = Capacity, root = Root} = A) ->
    Taller = case Root of
                 empty -> empty;
                 _ -> setelement(1, erlang:make_tuple(?WIDTH, empty), Root)
             end,
    grow(Size, A#array{capacity = Capacity * ?WIDTH, root = Taller}).

put_at(I, Entry, #array{capacity = Capacity, root = Root} = A) ->
    A#array{root = store(I, Capacity, Root, Entry)}.

store(I, Capacity, empty, Entry) -> store(I, Capacity, erlang:make_tuple(?WIDTH, empty), Entry);
store(I, ?WIDTH, Node, Entry) -> setelement(I + 1, Node, Entry);
store(I, Capacity, Node, Entry) ->
    Below = Capacity div ?WIDTH,
    Child = I div Below + 1,
    setelement(Child, Node, store(I rem Below, Below, element(Child, Node), Entry)).

%% ---- All entries ----

foldl(F, Acc, #array{} = A) when is_function(F, 3) ->
    lists:foldl(fun({I, V}, Acc1) -> F(I, V, Acc1) end, Acc, to_orddict(A));
foldl(_, _, _) -> erlang:error(badarg).

foldr(F, Acc, #array{} = A) when is_function(F, 3) ->
    lists:foldr(fun({I, V}, Acc1) -> F(I, V, Acc1) end, Acc, to_orddict(A));
foldr(_, _, _) -> erlang:error(badarg).

map(F, #array{} = A) when is_function(F, 2) ->
    lists:foldl(fun({I, V}, B) -> set(I, F(I, V), B) end, A, to_orddict(A));
map(_, _) -> erlang:error(badarg).

to_list(#array{} = A) -> [V || {_, V} <- to_orddict(A)];
to_list(_) -> erlang:error(badarg).

to_orddict(#array{size = Size, default = Default} = A) -> fill(0, Size, entries(A), Default);
to_orddict(_) -> erlang:error(badarg).

fill(Size, Size, _, _) -> [];
fill(I, Size, [{I, _} = Pair | Rest], Default) -> [Pair | fill(I + 1, Size, Rest, Default)];
fill(I, Size, Pairs, Default) -> [{I, Default} | fill(I + 1, Size, Pairs, Default)].

%% The entries that were set, in order, below the size.
entries(#array{size = Size, capacity = Capacity, root = Root}) ->
    [Pair || {I, _} = Pair <- entries(0, Capacity, Root, []), I < Size].

entries(_, _, empty, Rest) -> Rest;
entries(Base, ?WIDTH, Node, Rest) -> leaf_entries(Base, ?WIDTH, Node, Rest);
entries(Base, Capacity, Node, Rest) -> child_entries(Base, Capacity div ?WIDTH, ?WIDTH, Node, Rest).

leaf_entries(_, 0, _, Rest) -> Rest;
leaf_entries(Base, N, Node, Rest) ->
    case element(N, Node) of
        {set, Value} -> leaf_entries(Base, N - 1, Node, [{Base + N - 1, Value} | Rest]);
        empty -> leaf_entries(Base, N - 1, Node, Rest)
    end.

child_entries(_, _, 0, _, Rest) -> Rest;
child_entries(Base, Below, N, Node, Rest) ->
    child_entries(Base, Below, N - 1, Node,
                  entries(Base + (N - 1) * Below, Below, element(N, Node), Rest)).

%% An entry set to the default counts as not set.
sparse_entries(#array{default = Default} = A) -> [Pair || {_, V} = Pair <- entries(A), V =/= Default].

sparse_to_orddict(#array{} = A) -> sparse_entries(A);
sparse_to_orddict(_) -> erlang:error(badarg).

sparse_to_list(#array{} = A) -> [V || {_, V} <- sparse_entries(A)];
sparse_to_list(_) -> erlang:error(badarg).

sparse_foldl(F, Acc, #array{} = A) when is_function(F, 3) ->
    lists:foldl(fun({I, V}, Acc1) -> F(I, V, Acc1) end, Acc, sparse_entries(A));
sparse_foldl(_, _, _) -> erlang:error(badarg).

sparse_foldr(F, Acc, #array{} = A) when is_function(F, 3) ->
    lists:foldr(fun({I, V}, Acc1) -> F(I, V, Acc1) end, Acc, sparse_entries(A));
sparse_foldr(_, _, _) -> erlang:error(badarg).

sparse_map(F, #array{} = A) when is_function(F, 2) ->
    lists:foldl(fun({I, V}, B) -> set(I, F(I, V), B) end, A, sparse_entries(A));
sparse_map(_, _) -> erlang:error(badarg).

sparse_size(#array{} = A) ->
    case sparse_entries(A) of
        [] -> 0;
        Pairs -> element(1, lists:last(Pairs)) + 1
    end.

from_list(List) -> from_list(List, undefined).

from_list(List, Default) when is_list(List) ->
    from_pairs(lists:enumerate(0, List), new({default, Default}));
from_list(_, _) -> erlang:error(badarg).

from_orddict(Pairs) -> from_orddict(Pairs, undefined).

from_orddict(Pairs, Default) when is_list(Pairs) -> from_pairs(Pairs, new({default, Default}));
from_orddict(_, _) -> erlang:error(badarg).

from_pairs([{I, V} | Rest], A) when is_integer(I), I >= A#array.size -> from_pairs(Rest, set(I, V, A));
from_pairs([], A) -> A;
from_pairs(_, _) -> erlang:error(badarg).
