%% Property lists: OTP's stdlib manual, module proplists. An atom stands for {Atom, true}.
-module(proplists).

-export([append_values/2, compact/1, delete/2, expand/2, from_map/1, get_all_values/2, get_bool/2,
         get_keys/1, get_value/2, get_value/3, is_defined/2, lookup/2, lookup_all/2, normalize/2,
         property/1, property/2, split/2, substitute_aliases/2, substitute_negations/2, to_map/1,
         to_map/2, unfold/1]).

property({Key, true}) when is_atom(Key) -> Key;
property(Property) -> Property.

property(Key, true) when is_atom(Key) -> Key;
property(Key, Value) -> {Key, Value}.

unfold([P | Rest]) when is_atom(P) -> [{P, true} | unfold(Rest)];
unfold([P | Rest]) -> [P | unfold(Rest)];
unfold([]) -> [].

compact(List) -> [property(P) || P <- List].

lookup(Key, [P | Rest]) ->
    case has_key(Key, P) of
        true when is_atom(P) -> {P, true};
        true -> P;
        false -> lookup(Key, Rest)
    end;
lookup(_, []) -> none.

lookup_all(Key, List) when length(List) >= 0 -> [unfold_one(P) || P <- List, has_key(Key, P)].

has_key(Key, P) when is_atom(P) -> P =:= Key;
has_key(Key, P) when is_tuple(P), tuple_size(P) >= 1 -> element(1, P) =:= Key;
has_key(_, _) -> false.

unfold_one(P) when is_atom(P) -> {P, true};
unfold_one(P) -> P.

is_defined(Key, List) when length(List) >= 0 -> lists:any(fun(P) -> has_key(Key, P) end, List).

get_value(Key, List) -> get_value(Key, List, undefined).

%% The first entry decides, also when it is no pair: then the default counts.
get_value(Key, [P | Rest], Default) ->
    case has_key(Key, P) of
        false -> get_value(Key, Rest, Default);
        true when is_atom(P) -> true;
        true ->
            case P of
                {_, Value} -> Value;
                _ -> Default
            end
    end;
get_value(_, [], Default) -> Default.

get_all_values(Key, List) when length(List) >= 0 ->
    [Value || P <- List, has_key(Key, P), {_, Value} <- [unfold_one(P)]].

append_values(Key, List) ->
    lists:append([if is_list(V) -> V; true -> [V] end || V <- get_all_values(Key, List)]).

get_bool(Key, [P | Rest]) ->
    case has_key(Key, P) of
        true -> unfold_one(P) =:= {Key, true};
        false -> get_bool(Key, Rest)
    end;
get_bool(_, []) -> false.

get_keys(List) -> keys(List, #{}).

keys([P | Rest], Seen) when is_atom(P) -> keys(Rest, Seen#{P => true});
keys([P | Rest], Seen) when is_tuple(P), tuple_size(P) >= 1 -> keys(Rest, Seen#{element(1, P) => true});
keys([_ | Rest], Seen) -> keys(Rest, Seen);
keys([], Seen) -> maps:keys(Seen).

delete(Key, List) when length(List) >= 0 -> [P || P <- List, not has_key(Key, P)].

substitute_aliases(Aliases, List) -> [substitute_alias(P, Aliases) || P <- List].

substitute_alias(P, Aliases) when is_atom(P) ->
    case lists:keyfind(P, 1, Aliases) of
        {_, Key} -> property(Key, true);
        false -> P
    end;
substitute_alias(P, Aliases) when is_tuple(P), tuple_size(P) >= 1 ->
    case lists:keyfind(element(1, P), 1, Aliases) of
        {_, Key} -> property(setelement(1, P, Key));
        false -> P
    end;
substitute_alias(P, _) -> P.

substitute_negations(Negations, List) -> [substitute_negation(P, Negations) || P <- List].

substitute_negation(P, Negations) when is_atom(P) ->
    case lists:keyfind(P, 1, Negations) of
        {_, Key} -> property(Key, false);
        false -> P
    end;
substitute_negation({Name, Value} = P, Negations) ->
    case lists:keyfind(Name, 1, Negations) of
        {_, Key} when Value =:= false -> property(Key, true);
        {_, Key} when Value =:= true -> property(Key, false);
        {_, Key} -> property(Key, true);
        false -> P
    end;
substitute_negation({Name} = P, Negations) ->
    case lists:keyfind(Name, 1, Negations) of
        {_, Key} -> property(Key, false);
        false -> P
    end;
substitute_negation(P, _) -> P.

%% Of the entries of one key the first decides: when there is an expansion of it, that takes the place of all of them;
%% otherwise all of them stay. Lists among the entries are spliced in, whether they come from expansions or not.
expand(Expansions, List) when is_list(List) ->
    Pairs = [{property(P), Es} || {P, Es} <- Expansions],
    Keys = maps:from_list([{Key, undecided} || {P, _} <- Pairs, {ok, Key} <- [key_of(P)]]),
    expand(List, Pairs, Keys).

expand([P | Rest], Pairs, Keys) ->
    case key_of(P) of
        {ok, Key} when is_map_key(Key, Keys) -> expand(Key, P, Rest, Pairs, Keys);
        _ -> splice(P, expand(Rest, Pairs, Keys))
    end;
expand([], _, _) -> [].

expand(Key, P, Rest, Pairs, Keys) ->
    Property = property(P),
    case {Keys, lists:keyfind(Property, 1, Pairs)} of
        {#{Key := replaced}, _} -> expand(Rest, Pairs, Keys);
        {#{Key := kept}, _} -> [P | expand(Rest, Pairs, Keys)];
        {_, false} -> [Property | expand(Rest, Pairs, Keys#{Key := kept})];
        {_, {_, Es}} -> splice(Es, expand(Rest, Pairs, Keys#{Key := replaced}))
    end.

key_of(P) when is_atom(P) -> {ok, P};
key_of(P) when tuple_size(P) >= 1 -> {ok, element(1, P)};
key_of(_) -> none.

splice(List, Rest) when is_list(List) -> List ++ Rest;
splice(Entry, Rest) -> [Entry | Rest].

normalize(List, [{aliases, As} | Stages]) -> normalize(substitute_aliases(As, List), Stages);
normalize(List, [{negations, Ns} | Stages]) -> normalize(substitute_negations(Ns, List), Stages);
normalize(List, [{expand, Es} | Stages]) -> normalize(expand(Es, List), Stages);
normalize(List, []) -> compact(List).

split(List, Keys) ->
    Rest = [P || P <- List, not lists:any(fun(K) -> has_key(K, P) end, Keys)],
    {[[P || P <- List, has_key(K, P)] || K <- Keys], Rest}.

%% The first entry of a key wins; one that gives it no value takes it out, as for get_value.
to_map(List) ->
    lists:foldr(fun({Key, Value}, Map) -> Map#{Key => Value};
                   (P, Map) when is_tuple(P), tuple_size(P) >= 1 -> maps:remove(element(1, P), Map);
                   (Key, Map) when is_atom(Key) -> Map#{Key => true};
                   (_, Map) -> Map
                end, #{}, List).

to_map(List, Stages) -> to_map(normalize(List, Stages)).

from_map(Map) -> maps:to_list(Map).
