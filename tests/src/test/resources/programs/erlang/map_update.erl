%% A loop that updates a small map with known keys, and one over a map with many keys.
-module(map_update).
-export([main/1]).

main([]) -> main(["10000"]);
main([Text]) ->
    N = list_to_integer(Text),
    io:format("~p~n", [small(N, #{count => 0, sum => 0, last => none})]),
    Many = many(N, #{}),
    io:format("~p ~p~n", [map_size(Many), maps:get(17, Many)]).

small(0, M) -> maps:get(sum, M) + maps:get(count, M);
small(N, #{count := Count, sum := Sum} = M) -> small(N - 1, M#{count := Count + 1, sum := Sum + N, last := N}).

many(0, M) -> M;
many(N, M) ->
    Key = N * 7919 rem 1000,
    many(N - 1, M#{Key => maps:get(Key, M, 0) + 1}).
