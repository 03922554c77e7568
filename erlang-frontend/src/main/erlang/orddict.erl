%% Dictionaries as lists of pairs ordered by key: OTP's stdlib manual, module orddict.
-module(orddict).

-export([append/3, append_list/3, erase/2, fetch/2, fetch_keys/1, filter/2, find/2, fold/3, from_list/1,
         is_empty/1, is_key/2, map/2, merge/3, new/0, size/1, store/3, take/2, to_list/1, update/3,
         update/4, update_counter/3]).

new() -> [].
size(Dict) -> length(Dict).
is_empty(Dict) -> Dict =:= [].
to_list(Dict) -> Dict.
from_list(Pairs) -> lists:ukeysort(1, lists:reverse(Pairs)).

is_key(Key, [{K, _} | Rest]) when Key > K -> is_key(Key, Rest);
is_key(Key, [{K, _} | _]) when Key < K -> false;
is_key(_, [{_, _} | _]) -> true;
is_key(_, []) -> false.

find(Key, [{K, _} | Rest]) when Key > K -> find(Key, Rest);
find(Key, [{K, _} | _]) when Key < K -> error;
find(_, [{_, Value} | _]) -> {ok, Value};
find(_, []) -> error.

fetch(Key, [{K, Value} | Rest]) ->
    if
        Key > K -> fetch(Key, Rest);
        Key == K -> Value
    end.

fetch_keys([{Key, _} | Rest]) -> [Key | fetch_keys(Rest)];
fetch_keys([]) -> [].

erase(Key, [{K, _} = Pair | Rest]) when Key > K -> [Pair | erase(Key, Rest)];
erase(Key, [{K, _} | _] = Dict) when Key < K -> Dict;
erase(_, [{_, _} | Rest]) -> Rest;
erase(_, []) -> [].

take(Key, Dict) ->
    case find(Key, Dict) of
        {ok, Value} -> {Value, erase(Key, Dict)};
        error -> error
    end.

store(Key, Value, Dict) -> update(Key, fun(_) -> Value end, Value, Dict).
append(Key, Value, Dict) -> update(Key, fun(Old) -> Old ++ [Value] end, [Value], Dict).
append_list(Key, Values, Dict) -> update(Key, fun(Old) -> Old ++ Values end, Values, Dict).
update_counter(Key, Increment, Dict) -> update(Key, fun(N) -> N + Increment end, Increment, Dict).

update(Key, F, [{K, Value} = Pair | Rest]) ->
    if
        Key > K -> [Pair | update(Key, F, Rest)];
        Key == K -> [{Key, F(Value)} | Rest]
    end.

update(Key, F, Init, [{K, _} = Pair | Rest]) when Key > K -> [Pair | update(Key, F, Init, Rest)];
update(Key, _, Init, [{K, _} | _] = Dict) when Key < K -> [{Key, Init} | Dict];
update(Key, F, _, [{_, Value} | Rest]) -> [{Key, F(Value)} | Rest];
update(Key, _, Init, []) -> [{Key, Init}].

fold(F, Acc, [{Key, Value} | Rest]) -> fold(F, F(Key, Value, Acc), Rest);
fold(F, Acc, []) when is_function(F, 3) -> Acc.

map(F, Dict) -> [{Key, F(Key, Value)} || {Key, Value} <- Dict].
filter(F, Dict) -> [Pair || {Key, Value} = Pair <- Dict, F(Key, Value)].

merge(F, [{K1, V1} = P1 | D1] = Left, [{K2, V2} = P2 | D2] = Right) ->
    if
        K1 < K2 -> [P1 | merge(F, D1, Right)];
        K1 > K2 -> [P2 | merge(F, Left, D2)];
        true -> [{K1, F(K1, V1, V2)} | merge(F, D1, D2)]
    end;
merge(F, [], Right) when is_function(F, 3) -> Right;
merge(F, Left, []) when is_function(F, 3) -> Left.
