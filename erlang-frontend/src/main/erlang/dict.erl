%% Dictionaries without an order: OTP's stdlib manual, module dict. A dictionary is opaque; here it is a map under a tag.
%% The order of to_list/1 and fold/3 is the map's, not that of OTP's hash table.
-module(dict).

-export([append/3, append_list/3, erase/2, fetch/2, fetch_keys/1, filter/2, find/2, fold/3, from_list/1,
         is_empty/1, is_key/2, map/2, merge/3, new/0, size/1, store/3, take/2, to_list/1, update/3,
         update/4, update_counter/3]).

new() -> {dict, #{}}.
from_list(Pairs) -> lists:foldl(fun({K, V}, Dict) -> store(K, V, Dict) end, new(), Pairs).
to_list({dict, Map}) -> maps:to_list(Map).
size({dict, Map}) -> map_size(Map).
is_empty({dict, Map}) -> map_size(Map) =:= 0.
is_key(Key, {dict, Map}) -> is_map_key(Key, Map).
fetch_keys({dict, Map}) -> maps:keys(Map).
find(Key, {dict, Map}) -> maps:find(Key, Map).

fetch(Key, {dict, Map} = Dict) ->
    case Map of
        #{Key := Value} -> Value;
        _ -> erlang:error(badarg, [Key, Dict])
    end.

erase(Key, {dict, Map}) -> {dict, maps:remove(Key, Map)}.

take(Key, {dict, Map}) ->
    case maps:take(Key, Map) of
        {Value, Rest} -> {Value, {dict, Rest}};
        error -> error
    end.

store(Key, Value, {dict, Map}) -> {dict, Map#{Key => Value}}.
append(Key, Value, Dict) -> update(Key, fun(Old) -> Old ++ [Value] end, [Value], Dict).
append_list(Key, Values, Dict) -> update(Key, fun(Old) -> Old ++ Values end, Values, Dict).
update_counter(Key, Increment, Dict) -> update(Key, fun(N) -> N + Increment end, Increment, Dict).

update(Key, F, {dict, Map} = Dict) ->
    case Map of
        #{Key := Value} -> {dict, Map#{Key := F(Value)}};
        _ -> erlang:error(badarg, [Key, F, Dict])
    end.

update(Key, F, Init, {dict, Map}) ->
    case Map of
        #{Key := Value} -> {dict, Map#{Key := F(Value)}};
        _ -> {dict, Map#{Key => Init}}
    end.

fold(F, Acc, {dict, Map}) -> maps:fold(F, Acc, Map).
map(F, {dict, Map}) -> {dict, maps:map(F, Map)}.
filter(F, {dict, Map}) -> {dict, maps:filter(F, Map)}.
merge(F, {dict, Left}, {dict, Right}) -> {dict, maps:merge_with(F, Left, Right)}.
