%% Lists. The functions and what they raise are those of OTP's stdlib manual, module lists.
%% Those that call no function of the caller's are written in Java: ListsModule.
%% What walks a whole list is tail recursive: a list may well be longer than the depth that a policy allows calls.
-module(lists).

-export([all/2, any/2, concat/1, dropwhile/2, enumerate/1, enumerate/2, enumerate/3, filter/2, filtermap/2,
         flatlength/1, flatmap/2, foldl/3, foldr/3, foreach/2, join/2, keymap/3, keymerge/3, map/2, mapfoldl/3,
         mapfoldr/3, merge/1, merge/2, merge/3, merge3/3, partition/2, rkeymerge/3, rmerge/2, rmerge/3, rmerge3/3,
         rukeymerge/3, rumerge/2, rumerge/3, rumerge3/3, search/2, sort/2, splitwith/2, takewhile/2, ukeymerge/3,
         umerge/1, umerge/2, umerge/3, umerge3/3, uniq/1, uniq/2, usort/2, zf/2, zip/3, zip3/4, zipwith/3, zipwith/4,
         zipwith3/4, zipwith3/5]).

%% ---- Traversal ----

%% As in OTP, what is no list at all is a case_clause, and an improper tail found on the way a function_clause.

all(Pred, List) when is_function(Pred, 1) ->
    case List of
        [_ | _] -> all_of(Pred, List);
        [] -> true
    end.

all_of(Pred, [X | Rest]) ->
    case Pred(X) of
        true -> all_of(Pred, Rest);
        false -> false
    end;
all_of(_, []) -> true.

any(Pred, List) when is_function(Pred, 1) ->
    case List of
        [_ | _] -> any_of(Pred, List);
        [] -> false
    end.

any_of(Pred, [X | Rest]) ->
    case Pred(X) of
        true -> true;
        false -> any_of(Pred, Rest)
    end;
any_of(_, []) -> false.

foreach(F, List) when is_function(F, 1) -> foreach_rest(F, List).

foreach_rest(F, [X | Rest]) -> F(X), foreach_rest(F, Rest);
foreach_rest(_, []) -> ok.

map(F, List) when is_function(F, 1) ->
    case List of
        [_ | _] -> map(F, List, []);
        [] -> []
    end.

map(F, [X | Rest], Ys) -> map(F, Rest, [F(X) | Ys]);
map(_, [], Ys) -> lists:reverse(Ys, []);
map(F, Tail, _) -> erlang:error(function_clause, [F, Tail]).

flatmap(F, List) when is_function(F, 1) -> flatmap(F, List, []).

flatmap(F, [X | Rest], Ys) -> flatmap(F, Rest, lists:reverse(F(X), Ys));
flatmap(_, [], Ys) -> lists:reverse(Ys, []);
flatmap(F, Tail, _) -> erlang:error(function_clause, [F, Tail]).

filter(Pred, List) when is_function(Pred, 1) -> [X || X <- List, Pred(X)].

filtermap(F, List) when is_function(F, 1) -> filtermap(F, List, []).

filtermap(F, [X | Rest], Ys) ->
    case F(X) of
        true -> filtermap(F, Rest, [X | Ys]);
        {true, Y} -> filtermap(F, Rest, [Y | Ys]);
        false -> filtermap(F, Rest, Ys)
    end;
filtermap(_, [], Ys) -> lists:reverse(Ys, []);
filtermap(F, Tail, _) -> erlang:error(function_clause, [F, Tail]).

zf(F, List) -> filtermap(F, List).

foldl(F, Acc, List) when is_function(F, 2) ->
    case List of
        [_ | _] -> folded(F, Acc, List);
        [] -> Acc
    end.

folded(F, Acc, [X | Rest]) -> folded(F, F(X, Acc), Rest);
folded(_, Acc, []) -> Acc.

foldr(F, Acc, List) when is_function(F, 2), length(List) >= 0 -> foldl(F, Acc, lists:reverse(List)).

mapfoldl(F, Acc, List) when is_function(F, 2) -> mapfoldl(F, Acc, List, []).

mapfoldl(F, Acc0, [X | Rest], Ys) ->
    {Y, Acc1} = F(X, Acc0),
    mapfoldl(F, Acc1, Rest, [Y | Ys]);
mapfoldl(_, Acc, [], Ys) -> {lists:reverse(Ys, []), Acc};
mapfoldl(F, Acc, Tail, _) -> erlang:error(function_clause, [F, Acc, Tail]).

mapfoldr(F, Acc, List) when is_function(F, 2), length(List) >= 0 -> mapfoldr(F, Acc, lists:reverse(List), []).

mapfoldr(F, Acc0, [X | Rest], Ys) ->
    {Y, Acc1} = F(X, Acc0),
    mapfoldr(F, Acc1, Rest, [Y | Ys]);
mapfoldr(_, Acc, [], Ys) -> {Ys, Acc}.

partition(Pred, List) when is_function(Pred, 1) -> partition(Pred, List, [], []).

partition(Pred, [X | Rest], Yes, No) ->
    case Pred(X) of
        true -> partition(Pred, Rest, [X | Yes], No);
        false -> partition(Pred, Rest, Yes, [X | No])
    end;
partition(_, [], Yes, No) -> {lists:reverse(Yes), lists:reverse(No)}.

search(Pred, List) when is_function(Pred, 1) -> find(Pred, List).

find(Pred, [X | Rest]) ->
    case Pred(X) of
        true -> {value, X};
        false -> find(Pred, Rest)
    end;
find(_, []) -> false.

takewhile(Pred, List) when is_function(Pred, 1) -> takewhile(Pred, List, []).

takewhile(Pred, [X | Rest], Taken) ->
    case Pred(X) of
        true -> takewhile(Pred, Rest, [X | Taken]);
        false -> lists:reverse(Taken, [])
    end;
takewhile(_, [], Taken) -> lists:reverse(Taken, []);
takewhile(Pred, Tail, _) -> erlang:error(function_clause, [Pred, Tail]).

dropwhile(Pred, List) when is_function(Pred, 1) -> drop(Pred, List).

drop(Pred, [X | Rest] = List) ->
    case Pred(X) of
        true -> drop(Pred, Rest);
        false -> List
    end;
drop(_, []) -> [].

splitwith(Pred, List) when is_function(Pred, 1) -> splitwith(Pred, List, []).

splitwith(Pred, [X | Rest] = List, Taken) ->
    case Pred(X) of
        true -> splitwith(Pred, Rest, [X | Taken]);
        false -> {lists:reverse(Taken), List}
    end;
splitwith(_Pred, [], Taken) -> {lists:reverse(Taken), []}.

%% ---- Building and cutting ----

concat(Things) -> flatmap(fun thing_to_list/1, Things).

thing_to_list(X) when is_integer(X) -> integer_to_list(X);
thing_to_list(X) when is_float(X) -> float_to_list(X);
thing_to_list(X) when is_atom(X) -> atom_to_list(X);
thing_to_list(X) when is_list(X) -> X.

enumerate(List) -> enumerate(1, 1, List).
enumerate(Index, List) -> enumerate(Index, 1, List).

enumerate(Index, Step, List) when is_integer(Index), is_integer(Step) ->
    enumerate_from(Index, Step, List, []).

enumerate_from(Index, Step, [X | Rest], Pairs) ->
    enumerate_from(Index + Step, Step, Rest, [{Index, X} | Pairs]);
enumerate_from(_, _, [], Pairs) -> lists:reverse(Pairs, []).

join(_, []) -> [];
join(Separator, [X | Rest]) -> join(Separator, Rest, [X]).

join(Separator, [X | Rest], Joined) -> join(Separator, Rest, [X, Separator | Joined]);
join(_, [], Joined) -> lists:reverse(Joined, []).

flatlength(List) -> flatlength(List, 0).

flatlength([X | Rest], N) when is_list(X) -> flatlength(Rest, flatlength(X, N));
flatlength([_ | Rest], N) -> flatlength(Rest, N + 1);
flatlength([], N) -> N.

uniq(List) -> uniq(fun(X) -> X end, List).

uniq(F, List) when is_function(F, 1) -> uniq(F, List, #{}, []).

uniq(F, [X | Rest], Seen, Kept) ->
    Key = F(X),
    case Seen of
        #{Key := _} -> uniq(F, Rest, Seen, Kept);
        _ -> uniq(F, Rest, Seen#{Key => true}, [X | Kept])
    end;
uniq(_, [], _, Kept) -> lists:reverse(Kept, []).

%% ---- Zipping ----

zip(Xs, Ys, How) -> zipwith(fun(X, Y) -> {X, Y} end, Xs, Ys, How).

zip3(Xs, Ys, Zs, How) -> zipwith3(fun(X, Y, Z) -> {X, Y, Z} end, Xs, Ys, Zs, How).

zipwith(F, Xs, Ys) -> zipwith(F, Xs, Ys, fail, []).

zipwith(F, Xs, Ys, How)
  when is_function(F, 2) andalso (How =:= fail orelse How =:= trim orelse element(1, How) =:= pad) ->
    zipwith(F, Xs, Ys, How, []).

zipwith(F, [X | Xs], [Y | Ys], How, Zs) -> zipwith(F, Xs, Ys, How, [F(X, Y) | Zs]);
zipwith(F, [], [], _, Zs) when is_function(F, 2) -> lists:reverse(Zs, []);
zipwith(_, [], [_ | _], trim, Zs) -> lists:reverse(Zs, []);
zipwith(_, [_ | _], [], trim, Zs) -> lists:reverse(Zs, []);
zipwith(F, [], [_ | _] = Ys, {pad, {X, _}}, Zs) -> lists:reverse(Zs, [F(X, Y) || Y <- Ys]);
zipwith(F, [_ | _] = Xs, [], {pad, {_, Y}}, Zs) -> lists:reverse(Zs, [F(X, Y) || X <- Xs]);
zipwith(F, Xs, Ys, How, _) -> erlang:error(function_clause, [F, Xs, Ys, How]).

zipwith3(F, Xs, Ys, Zs) -> zipwith3(F, Xs, Ys, Zs, fail).

zipwith3(F, [X | Xs], [Y | Ys], [Z | Zs], How) -> [F(X, Y, Z) | zipwith3(F, Xs, Ys, Zs, How)];
zipwith3(F, [], [], [], How)
  when is_function(F, 3) andalso (How =:= fail orelse How =:= trim orelse element(1, How) =:= pad) ->
    [];
zipwith3(F, Xs, Ys, Zs, trim)
  when is_function(F, 3), is_list(Xs), is_list(Ys), is_list(Zs) -> [];
zipwith3(F, Xs, Ys, Zs, {pad, {PadX, PadY, PadZ}} = How) ->
    {X, Xs1} = next_or(Xs, PadX),
    {Y, Ys1} = next_or(Ys, PadY),
    {Z, Zs1} = next_or(Zs, PadZ),
    [F(X, Y, Z) | zipwith3(F, Xs1, Ys1, Zs1, How)].

next_or([X | Rest], _) -> {X, Rest};
next_or([], Pad) -> {Pad, []}.

%% ---- Lists of tuples ----

keymap(F, N, [Tuple | Rest]) ->
    [setelement(N, Tuple, F(element(N, Tuple))) | keymap(F, N, Rest)];
keymap(F, N, []) when is_integer(N), N >= 1, is_function(F, 1) -> [].

keymerge(N, Xs, Ys) when is_integer(N), N > 0 ->
    merge(by_key(N), Xs, Ys).

ukeymerge(N, Xs, Ys) when is_integer(N), N > 0 -> umerge(by_key(N), Xs, Ys).

by_key(N) -> fun(A, B) -> element(N, A) =< element(N, B) end.

%% ---- Merging ----

merge(Xs, Ys) when is_list(Ys) -> merge_onto(Xs, Ys, []).

merge_onto([X | Xs], [Y | _] = Ys, Done) when X =< Y -> merge_onto(Xs, Ys, [X | Done]);
merge_onto([_ | _] = Xs, [Y | Ys], Done) -> merge_onto(Xs, Ys, [Y | Done]);
merge_onto([], Ys, Done) -> lists:reverse(Done, Ys);
merge_onto(Xs, [], Done) -> lists:reverse(Done, Xs).

merge(Lists) -> merge_all(Lists).

merge_all([]) -> [];
merge_all([List]) -> List;
merge_all([_ | _] = Lists) -> merge_all(merge_pairs(Lists)).

merge_pairs([A, B | Rest]) -> [merge(A, B) | merge_pairs(Rest)];
merge_pairs([A]) -> [A];
merge_pairs([]) -> [].

merge3(Xs, Ys, Zs) -> merge(merge(Xs, Ys), Zs).

%% What compares equal in both lists is taken from the first (1 and 1.0 are equal here): an element of the second goes
%% where the one just taken from the first is equal to it. Equal elements within a list stay.
umerge(Xs, Ys) -> umerge_onto(Xs, Ys, []).

umerge_onto([X | Xs], [Y | _] = Ys, Done) when X =< Y -> umerge_after(X, Xs, Ys, [X | Done]);
umerge_onto([_ | _] = Xs, [Y | Ys], Done) -> umerge_onto(Xs, Ys, [Y | Done]);
umerge_onto([], Ys, Done) -> lists:reverse(Done, Ys);
umerge_onto(Xs, [], Done) -> lists:reverse(Done, Xs).

umerge_after(_, [X | Xs], [Y | _] = Ys, Done) when X =< Y -> umerge_after(X, Xs, Ys, [X | Done]);
umerge_after(Last, Xs, [Y | Ys], Done) when Y == Last -> umerge_onto(Xs, Ys, Done);
umerge_after(_, Xs, [Y | Ys], Done) -> umerge_onto(Xs, Ys, [Y | Done]).

umerge([]) -> [];
umerge([List]) -> List;
umerge([_ | _] = Lists) -> umerge(umerge_pairs(Lists)).

umerge_pairs([A, B | Rest]) -> [umerge(A, B) | umerge_pairs(Rest)];
umerge_pairs([A]) -> [A];
umerge_pairs([]) -> [].

umerge3(Xs, Ys, Zs) -> umerge(umerge(Xs, Ys), Zs).

%% ---- Merging of lists in descending order ----

rmerge(Xs, Ys) -> rmerge(fun in_order/2, Xs, Ys).
rmerge(F, Xs, Ys) when is_function(F, 2) -> lists:reverse(merge(F, lists:reverse(Xs), lists:reverse(Ys))).
rmerge3(Xs, Ys, Zs) -> rmerge(rmerge(Xs, Ys), Zs).
rkeymerge(N, Xs, Ys) when is_integer(N), N > 0 -> rmerge(by_key(N), Xs, Ys).

rumerge(Xs, Ys) -> rumerge(fun in_order/2, Xs, Ys).
rumerge(F, Xs, Ys) when is_function(F, 2) -> rumerge_onto(F, Xs, Ys, []).
rumerge3(Xs, Ys, Zs) -> rumerge(rumerge(Xs, Ys), Zs).
rukeymerge(N, Xs, Ys) when is_integer(N), N > 0 -> rumerge(by_key(N), Xs, Ys).

in_order(X, Y) -> X =< Y.

%% An element of the second list waits until it is known whether that of the first which follows it is equal.
rumerge_onto(F, [X | XRest] = Xs, [Y | YRest] = Ys, Done) ->
    case F(X, Y) of
        true -> rumerge_waiting(F, Y, Xs, YRest, Done);
        false -> rumerge_onto(F, XRest, Ys, [X | Done])
    end;
rumerge_onto(_, [], Ys, Done) -> lists:reverse(Done, Ys);
rumerge_onto(_, Xs, [], Done) -> lists:reverse(Done, Xs).

rumerge_waiting(F, Waiting, [X | XRest] = Xs, Ys, Done) ->
    case Ys of
        [Y | YRest] ->
            case F(X, Y) of
                true -> rumerge_waiting(F, Y, Xs, YRest, [Waiting | Done]);
                false -> rumerge_onto(F, XRest, Ys, [X | unless_equal(F, Waiting, X, Done)])
            end;
        [] -> lists:reverse(unless_equal(F, Waiting, X, Done), Xs)
    end.

unless_equal(F, Waiting, X, Done) ->
    case F(Waiting, X) of
        true -> Done;
        false -> [Waiting | Done]
    end.

%% ---- With an ordering function: stable merge sort over the ascending and descending runs found in the input ----

sort(F, List) -> sort_by(F, List).

sort_by(F, []) when is_function(F, 2) -> [];
sort_by(F, [_] = List) when is_function(F, 2) -> List;
sort_by(F, [X, Y | Rest]) -> merge_runs(F, runs(F, Rest, X, Y, [])).

runs(F, Rest, X, Y, Runs) ->
    case F(X, Y) of
        true -> ascending(F, Rest, Y, [X], Runs);
        false -> descending(F, Rest, Y, [X], Runs)
    end.

ascending(F, [Y | Rest], X, Run, Runs) ->
    case F(X, Y) of
        true -> ascending(F, Rest, Y, [X | Run], Runs);
        false -> next_run(F, Rest, Y, [lists:reverse([X | Run]) | Runs])
    end;
ascending(_, [], X, Run, Runs) -> [lists:reverse([X | Run]) | Runs].

descending(F, [Y | Rest], X, Run, Runs) ->
    case F(X, Y) of
        false -> descending(F, Rest, Y, [X | Run], Runs);
        true -> next_run(F, Rest, Y, [[X | Run] | Runs])
    end;
descending(_, [], X, Run, Runs) -> [[X | Run] | Runs].

next_run(F, [Y | Rest], X, Runs) -> runs(F, Rest, X, Y, Runs);
next_run(_, [], X, Runs) -> [[X] | Runs].

merge_runs(_, [Run]) -> Run;
merge_runs(F, Runs) -> merge_runs_back(F, pair_reversed(F, Runs, [])).

merge_runs_back(_, [Run]) -> Run;
merge_runs_back(F, Runs) -> merge_runs(F, pair(F, Runs, [])).

pair_reversed(F, [Late, Early | Rest], Merged) ->
    pair_reversed(F, Rest, [merge(F, Early, Late) | Merged]);
pair_reversed(_, [Run], Merged) -> [Run | Merged];
pair_reversed(_, [], Merged) -> Merged.

pair(F, [Early, Late | Rest], Merged) -> pair(F, Rest, [merge(F, Early, Late) | Merged]);
pair(_, [Run], Merged) -> [Run | Merged];
pair(_, [], Merged) -> Merged.

merge(F, Xs, Ys) when is_function(F, 2) -> merge_by(F, Xs, Ys, []).

merge_by(F, [X | XRest] = Xs, [Y | YRest] = Ys, Done) ->
    case F(X, Y) of
        true -> merge_by(F, XRest, Ys, [X | Done]);
        false -> merge_by(F, Xs, YRest, [Y | Done])
    end;
merge_by(_, [], Ys, Done) -> lists:reverse(Done, Ys);
merge_by(_, Xs, [], Done) -> lists:reverse(Done, Xs).

usort(F, List) when is_function(F, 2) -> drop_equal_by(F, sort_by(F, List)).

umerge(F, Xs, Ys) when is_function(F, 2) -> umerge_by(F, Xs, Ys, none, []).

umerge_by(F, [X | XRest] = Xs, [Y | YRest] = Ys, Last, Done) ->
    case F(X, Y) of
        true -> umerge_by(F, XRest, Ys, {last, X}, [X | Done]);
        false -> umerge_by(F, Xs, YRest, none, with_second(F, Y, Last, Done))
    end;
umerge_by(F, [], [Y | Ys], Last, Done) -> lists:reverse(with_second(F, Y, Last, Done), Ys);
umerge_by(_, Xs, [], _, Done) -> lists:reverse(Done, Xs).

with_second(F, Y, {last, X}, Done) -> unless_equal(F, Y, X, Done);
with_second(_, Y, none, Done) -> [Y | Done].

%% In a list ordered by F two neighbours are equal when F holds the other way round too.
drop_equal_by(F, [X | [Y | Rest]]) ->
    case F(Y, X) of
        true -> drop_equal_by(F, [X | Rest]);
        false -> [X | drop_equal_by(F, [Y | Rest])]
    end;
drop_equal_by(_, List) -> List.
