-module(specs_types_and_attributes).
-export([main/0]).
-export_type([colour/0, tree/1]).
-author("somebody").
-vsn(7).
-type colour() :: red | green | {rgb, 0..255, 0..255, 0..255}.
-type tree(T) :: leaf | {node, tree(T), T, tree(T)}.
-opaque hidden() :: #{key := binary(), optional => [atom(), ...]}.
-spec main() -> ok.
main() ->
    io:format("~p~n", [insert(3, insert(5, leaf))]),
    io:format("~p ~p~n", [proplists:get_value(author, module_info(attributes)), lists:keyfind(main, 1, ?MODULE:module_info(exports))]).
-spec insert(T, tree(T)) -> tree(T) when T :: integer().
insert(X, leaf) -> {node, leaf, X, leaf};
insert(X, {node, L, Y, R}) when X < Y -> {node, insert(X, L), Y, R};
insert(X, {node, L, Y, R}) -> {node, L, Y, insert(X, R)}.
-spec unused(hidden()) -> colour().
unused(_) -> red.
%% expect: {node,{node,leaf,3,leaf},5,leaf}
%% expect: "somebody" {main,0}
