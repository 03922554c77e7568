%% Lists. The functions and what they raise are those of OTP's stdlib manual, module lists.
%% member/2, reverse/2, keyfind/3, keymember/3 and keysearch/3 are builtins written in Java.
%% What walks a whole list is tail recursive: a list may well be longer than the depth that a policy allows calls.
-module(lists).

-export([all/2, any/2, append/1, append/2, concat/1, delete/2, droplast/1, dropwhile/2, duplicate/2,
         enumerate/1, enumerate/2, enumerate/3, filter/2, filtermap/2, flatlength/1, flatmap/2,
         flatten/1, flatten/2, foldl/3, foldr/3, foreach/2, join/2, keydelete/3, keymap/3,
         keymerge/3, keyreplace/4, keysort/2, keystore/4, keytake/3, last/1, map/2, mapfoldl/3,
         mapfoldr/3, max/1, merge/1, merge/2, merge/3, merge3/3, min/1, nth/2, nthtail/2,
         partition/2, prefix/2, reverse/1, search/2, seq/2, seq/3, sort/1, sort/2, split/2,
         splitwith/2, sublist/2, sublist/3, subtract/2, suffix/2, sum/1, takewhile/2, ukeymerge/3,
         ukeysort/2, umerge/1, umerge/2, umerge/3, umerge3/3, uniq/1, uniq/2, unzip/1, unzip3/1,
         usort/1, usort/2, zf/2, zip/2, zip/3, zip3/3, zip3/4, zipwith/3, zipwith/4, zipwith3/4,
         zipwith3/5]).

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

foreach(F, [X | Rest]) -> F(X), foreach(F, Rest);
foreach(F, []) when is_function(F, 1) -> ok.

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

foldr(F, Acc, List) when is_function(F, 2) -> foldl(F, Acc, reverse(List)).

mapfoldl(F, Acc, List) when is_function(F, 2) -> mapfoldl(F, Acc, List, []).

mapfoldl(F, Acc0, [X | Rest], Ys) ->
    {Y, Acc1} = F(X, Acc0),
    mapfoldl(F, Acc1, Rest, [Y | Ys]);
mapfoldl(_, Acc, [], Ys) -> {lists:reverse(Ys, []), Acc};
mapfoldl(F, Acc, Tail, _) -> erlang:error(function_clause, [F, Acc, Tail]).

mapfoldr(F, Acc, List) when is_function(F, 2) -> mapfoldr(F, Acc, reverse(List), []).

mapfoldr(F, Acc0, [X | Rest], Ys) ->
    {Y, Acc1} = F(X, Acc0),
    mapfoldr(F, Acc1, Rest, [Y | Ys]);
mapfoldr(_, Acc, [], Ys) -> {Ys, Acc}.

partition(Pred, List) -> partition(Pred, List, [], []).

partition(Pred, [X | Rest], Yes, No) ->
    case Pred(X) of
        true -> partition(Pred, Rest, [X | Yes], No);
        false -> partition(Pred, Rest, Yes, [X | No])
    end;
partition(Pred, [], Yes, No) when is_function(Pred, 1) -> {reverse(Yes), reverse(No)}.

search(Pred, [X | Rest]) ->
    case Pred(X) of
        true -> {value, X};
        false -> search(Pred, Rest)
    end;
search(Pred, []) when is_function(Pred, 1) -> false.

takewhile(Pred, List) when is_function(Pred, 1) -> takewhile(Pred, List, []).

takewhile(Pred, [X | Rest], Taken) ->
    case Pred(X) of
        true -> takewhile(Pred, Rest, [X | Taken]);
        false -> lists:reverse(Taken, [])
    end;
takewhile(_, [], Taken) -> lists:reverse(Taken, []);
takewhile(Pred, Tail, _) -> erlang:error(function_clause, [Pred, Tail]).

dropwhile(Pred, [X | Rest] = List) ->
    case Pred(X) of
        true -> dropwhile(Pred, Rest);
        false -> List
    end;
dropwhile(Pred, []) when is_function(Pred, 1) -> [].

splitwith(Pred, List) when is_function(Pred, 1) -> splitwith(Pred, List, []).

splitwith(Pred, [X | Rest] = List, Taken) ->
    case Pred(X) of
        true -> splitwith(Pred, Rest, [X | Taken]);
        false -> {reverse(Taken), List}
    end;
splitwith(_Pred, [], Taken) -> {reverse(Taken), []}.

%% ---- Building and cutting ----

append(Left, Right) -> Left ++ Right.

append([Last]) -> Last;
append([List | Lists]) -> List ++ append(Lists);
append([]) -> [].

subtract(Left, Right) -> Left -- Right.

concat(Things) -> flatmap(fun thing_to_list/1, Things).

thing_to_list(X) when is_integer(X) -> integer_to_list(X);
thing_to_list(X) when is_float(X) -> float_to_list(X);
thing_to_list(X) when is_atom(X) -> atom_to_list(X);
thing_to_list(X) when is_list(X) -> X.

reverse([] = List) -> List;
reverse([_] = List) -> List;
reverse([A, B]) -> [B, A];
reverse([A, B | Rest]) -> lists:reverse(Rest, [B, A]).

delete(X, [X | Rest]) -> Rest;
delete(X, [Y | Rest]) -> [Y | delete(X, Rest)];
delete(_, []) -> [].

duplicate(N, X) when is_integer(N), N >= 0 -> duplicate(N, X, []).

duplicate(0, _, List) -> List;
duplicate(N, X, List) -> duplicate(N - 1, X, [X | List]).

seq(From, To) when is_integer(From), is_integer(To), From - 1 =< To -> count_down(From, To, []).

%% Built from the end, so that nothing needs to be reversed.
count_down(From, To, List) when To >= From -> count_down(From, To - 1, [To | List]);
count_down(_, _, List) -> List.

seq(From, To, Step) when is_integer(From), is_integer(To), is_integer(Step) ->
    if
        Step > 0, From - Step =< To ->
            count_down(From, From + (To - From + Step) div Step * Step - Step, Step, []);
        Step < 0, From - Step >= To ->
            count_down(From, From + (To - From + Step) div Step * Step - Step, Step, []);
        Step =:= 0, From =:= To -> [From];
        true -> erlang:error(badarg, [From, To, Step])
    end;
seq(From, To, Step) -> erlang:error(badarg, [From, To, Step]).

count_down(From, X, Step, List) when Step > 0, X >= From; Step < 0, X =< From ->
    count_down(From, X - Step, Step, [X | List]);
count_down(_, _, _, List) -> List.

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

last([X]) -> X;
last([_ | Rest]) -> last(Rest).

droplast([_]) -> [];
droplast([X | Rest]) -> [X | droplast(Rest)].

nth(1, [X | _]) -> X;
nth(N, [_ | Rest]) when N > 1 -> nth(N - 1, Rest).

nthtail(1, [_ | Rest]) -> Rest;
nthtail(N, [_ | Rest]) when N > 1 -> nthtail(N - 1, Rest);
nthtail(0, List) when is_list(List) -> List.

split(N, List) when is_integer(N), N >= 0, is_list(List) ->
    case split(N, List, []) of
        {_, _} = Parts -> Parts;
        too_short -> erlang:error(badarg, [N, List])
    end;
split(N, List) -> erlang:error(badarg, [N, List]).

split(0, Rest, Taken) -> {reverse(Taken), Rest};
split(N, [X | Rest], Taken) -> split(N - 1, Rest, [X | Taken]);
split(_, [], _) -> too_short.

sublist(List, Start, Length) when is_integer(Length), Start =:= 1, Length >= 0 ->
    sublist(List, Length);
sublist([], Start, Length) when is_integer(Start), Start > 1, is_integer(Length), Length >= 0 -> [];
sublist([_ | Rest], Start, Length)
  when is_integer(Start), Start > 1, is_integer(Length), Length >= 0 ->
    sublist(Rest, Start - 1, Length).

sublist(List, Length) when is_integer(Length), is_list(List), Length >= 0 -> take(Length, List).

take(0, _) -> [];
take(_, []) -> [];
take(N, [X | Rest]) -> [X | take(N - 1, Rest)].

prefix([X | Prefix], [X | List]) -> prefix(Prefix, List);
prefix([], List) when is_list(List) -> true;
prefix([_ | _], List) when is_list(List) -> false.

suffix(Suffix, List) ->
    Surplus = length(List) - length(Suffix),
    Surplus >= 0 andalso nthtail(Surplus, List) =:= Suffix.

flatten(List) when is_list(List) -> flatten_onto(List, []).
flatten(List, Tail) when is_list(List), is_list(Tail) -> flatten_onto(List, Tail).

flatten_onto([X | Rest], Tail) when is_list(X) -> flatten_onto(X, flatten_onto(Rest, Tail));
flatten_onto([X | Rest], Tail) -> [X | flatten_onto(Rest, Tail)];
flatten_onto([], Tail) -> Tail.

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

%% ---- Numbers ----

sum(List) -> sum(List, 0).

sum([X | Rest], Total) -> sum(Rest, Total + X);
sum([], Total) -> Total.

max([X | Rest]) -> greatest(Rest, X).

greatest([X | Rest], Most) when X > Most -> greatest(Rest, X);
greatest([_ | Rest], Most) -> greatest(Rest, Most);
greatest([], Most) -> Most.

min([X | Rest]) -> least(Rest, X).

least([X | Rest], Least) when X < Least -> least(Rest, X);
least([_ | Rest], Least) -> least(Rest, Least);
least([], Least) -> Least.

%% ---- Zipping ----

zip(Xs, Ys) -> zip(Xs, Ys, fail).
zip(Xs, Ys, How) -> zipwith(fun(X, Y) -> {X, Y} end, Xs, Ys, How).

zip3(Xs, Ys, Zs) -> zip3(Xs, Ys, Zs, fail).
zip3(Xs, Ys, Zs, How) -> zipwith3(fun(X, Y, Z) -> {X, Y, Z} end, Xs, Ys, Zs, How).

zipwith(F, Xs, Ys) -> zipwith(F, Xs, Ys, fail).

zipwith(F, Xs, Ys, How)
  when is_function(F, 2) andalso (How =:= fail orelse How =:= trim orelse element(1, How) =:= pad) ->
    zipwith(F, Xs, Ys, How, []).

zipwith(F, [X | Xs], [Y | Ys], How, Zs) -> zipwith(F, Xs, Ys, How, [F(X, Y) | Zs]);
zipwith(_, [], [], _, Zs) -> lists:reverse(Zs, []);
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

unzip(Pairs) -> unzip(Pairs, [], []).

unzip([{X, Y} | Rest], Xs, Ys) -> unzip(Rest, [X | Xs], [Y | Ys]);
unzip([], Xs, Ys) -> {reverse(Xs), reverse(Ys)}.

unzip3(Triples) -> unzip3(Triples, [], [], []).

unzip3([{X, Y, Z} | Rest], Xs, Ys, Zs) -> unzip3(Rest, [X | Xs], [Y | Ys], [Z | Zs]);
unzip3([], Xs, Ys, Zs) -> {reverse(Xs), reverse(Ys), reverse(Zs)}.

%% ---- Lists of tuples ----

keydelete(Key, N, [Tuple | Rest]) when element(N, Tuple) == Key -> Rest;
keydelete(Key, N, [X | Rest]) -> [X | keydelete(Key, N, Rest)];
keydelete(_, N, []) when is_integer(N), N > 0 -> [].

keyreplace(Key, N, List, New) when is_integer(N), N > 0, is_tuple(New) ->
    replace_key(Key, N, List, New).

replace_key(Key, N, [Tuple | Rest], New) when element(N, Tuple) == Key -> [New | Rest];
replace_key(Key, N, [X | Rest], New) -> [X | replace_key(Key, N, Rest, New)];
replace_key(_, _, [], _) -> [].

keystore(Key, N, List, New) when is_integer(N), N > 0, is_tuple(New) -> store_key(Key, N, List, New).

store_key(Key, N, [Tuple | Rest], New) when element(N, Tuple) == Key -> [New | Rest];
store_key(Key, N, [X | Rest], New) -> [X | store_key(Key, N, Rest, New)];
store_key(_, _, [], New) -> [New].

keytake(Key, N, List) when is_integer(N), N > 0 -> take_key(Key, N, List, []).

take_key(Key, N, [Tuple | Rest], Before) when element(N, Tuple) == Key ->
    {value, Tuple, lists:reverse(Before, Rest)};
take_key(Key, N, [X | Rest], Before) -> take_key(Key, N, Rest, [X | Before]);
take_key(_, _, [], _) -> false.

keymap(F, N, [Tuple | Rest]) ->
    [setelement(N, Tuple, F(element(N, Tuple))) | keymap(F, N, Rest)];
keymap(F, N, []) when is_integer(N), N >= 1, is_function(F, 1) -> [].

keysort(N, List) when is_integer(N), N > 0 ->
    sort_by(fun(A, B) -> element(N, A) =< element(N, B) end, List).

keymerge(N, Xs, Ys) when is_integer(N), N > 0 ->
    merge(fun(A, B) -> element(N, A) =< element(N, B) end, Xs, Ys).

ukeysort(N, List) when is_integer(N), N > 0 -> drop_equal_keys(N, keysort(N, List)).

drop_equal_keys(N, [A, B | Rest]) when element(N, A) == element(N, B) ->
    drop_equal_keys(N, [A | Rest]);
drop_equal_keys(N, [A | Rest]) -> [A | drop_equal_keys(N, Rest)];
drop_equal_keys(_, []) -> [].

%% Both lists have no equal keys within; of two equal keys the left one stays.
ukeymerge(N, [X | Xs], [Y | Ys]) ->
    KeyX = element(N, X),
    KeyY = element(N, Y),
    if
        KeyX < KeyY -> [X | ukeymerge(N, Xs, [Y | Ys])];
        KeyX == KeyY -> ukeymerge(N, [X | Xs], Ys);
        true -> [Y | ukeymerge(N, [X | Xs], Ys)]
    end;
ukeymerge(_, [], Ys) -> Ys;
ukeymerge(_, Xs, []) -> Xs.

%% ---- Sorting: stable merge sort over the ascending and descending runs found in the input ----

sort([X, Y | Rest] = List) ->
    case sorted(List) of
        true -> List;
        false -> merge_runs(runs(Rest, X, Y, []))
    end;
sort([_] = List) -> List;
sort([]) -> [].

sorted([X | [Y | _] = Rest]) when X =< Y -> sorted(Rest);
sorted([_]) -> true;
sorted(_) -> false.

runs(Rest, X, Y, Runs) when X =< Y -> ascending(Rest, Y, [X], Runs);
runs(Rest, X, Y, Runs) -> descending(Rest, Y, [X], Runs).

%% The run collected so far is reversed.
ascending([Y | Rest], X, Run, Runs) when X =< Y -> ascending(Rest, Y, [X | Run], Runs);
ascending([Y | Rest], X, Run, Runs) -> next_run(Rest, Y, [reverse([X | Run]) | Runs]);
ascending([], X, Run, Runs) -> [reverse([X | Run]) | Runs].

%% Strictly descending, so that reversing keeps equal elements in order.
descending([Y | Rest], X, Run, Runs) when X > Y -> descending(Rest, Y, [X | Run], Runs);
descending([Y | Rest], X, Run, Runs) -> next_run(Rest, Y, [[X | Run] | Runs]);
descending([], X, Run, Runs) -> [[X | Run] | Runs].

next_run([Y | Rest], X, Runs) -> runs(Rest, X, Y, Runs);
next_run([], X, Runs) -> [[X] | Runs].

%% Runs stand in reverse order of the input here, and in order after every second round.
merge_runs([Run]) -> Run;
merge_runs(Runs) -> merge_runs_back(pair_reversed(Runs, [])).

merge_runs_back([Run]) -> Run;
merge_runs_back(Runs) -> merge_runs(pair(Runs, [])).

pair_reversed([Late, Early | Rest], Merged) -> pair_reversed(Rest, [merge(Early, Late) | Merged]);
pair_reversed([Run], Merged) -> [Run | Merged];
pair_reversed([], Merged) -> Merged.

pair([Early, Late | Rest], Merged) -> pair(Rest, [merge(Early, Late) | Merged]);
pair([Run], Merged) -> [Run | Merged];
pair([], Merged) -> Merged.

merge(Xs, Ys) -> merge_onto(Xs, Ys, []).

merge_onto([X | Xs], [Y | _] = Ys, Done) when X =< Y -> merge_onto(Xs, Ys, [X | Done]);
merge_onto([_ | _] = Xs, [Y | Ys], Done) -> merge_onto(Xs, Ys, [Y | Done]);
merge_onto([], Ys, Done) -> lists:reverse(Done, Ys);
merge_onto(Xs, [], Done) -> lists:reverse(Done, Xs).

merge(Lists) -> merge_all(Lists).

merge_all([]) -> [];
merge_all([List]) -> List;
merge_all(Lists) -> merge_all(merge_pairs(Lists)).

merge_pairs([A, B | Rest]) -> [merge(A, B) | merge_pairs(Rest)];
merge_pairs(Rest) -> Rest.

merge3(Xs, Ys, Zs) -> merge(merge(Xs, Ys), Zs).

usort(List) -> drop_equal(sort(List)).

drop_equal([X | [Y | _] = Rest]) when X == Y -> drop_equal_to(X, Rest);
drop_equal([X | Rest]) -> [X | drop_equal(Rest)];
drop_equal([]) -> [].

%% Of equal elements the first stays (1 and 1.0 are equal here).
drop_equal_to(X, [Y | Rest]) when X == Y -> drop_equal_to(X, Rest);
drop_equal_to(X, Rest) -> [X | drop_equal(Rest)].

umerge(Xs, Ys) -> drop_equal(merge(Xs, Ys)).
umerge(Lists) -> drop_equal(merge_all(Lists)).
umerge3(Xs, Ys, Zs) -> drop_equal(merge3(Xs, Ys, Zs)).

%% ---- The same with an ordering function ----

sort(F, List) when is_function(F, 2) -> sort_by(F, List).

sort_by(_, []) -> [];
sort_by(_, [_] = List) -> List;
sort_by(F, [X, Y | Rest]) -> merge_runs(F, runs(F, Rest, X, Y, [])).

runs(F, Rest, X, Y, Runs) ->
    case F(X, Y) of
        true -> ascending(F, Rest, Y, [X], Runs);
        false -> descending(F, Rest, Y, [X], Runs)
    end.

ascending(F, [Y | Rest], X, Run, Runs) ->
    case F(X, Y) of
        true -> ascending(F, Rest, Y, [X | Run], Runs);
        false -> next_run(F, Rest, Y, [reverse([X | Run]) | Runs])
    end;
ascending(_, [], X, Run, Runs) -> [reverse([X | Run]) | Runs].

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

umerge(F, Xs, Ys) when is_function(F, 2) -> drop_equal_by(F, merge_by(F, Xs, Ys, [])).

%% In a list ordered by F two neighbours are equal when F holds the other way round too.
drop_equal_by(F, [X | [Y | Rest]]) ->
    case F(Y, X) of
        true -> drop_equal_by(F, [X | Rest]);
        false -> [X | drop_equal_by(F, [Y | Rest])]
    end;
drop_equal_by(_, List) -> List.
