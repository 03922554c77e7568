%% Maps: construction, update, matching, order of keys, comprehension-like folds, and many keys.
-module(maps_tour).
-export([main/1]).

main([]) -> main(["2000"]);
main([Text]) ->
    M = #{b => 2, a => 1, "list" => [1], 1.0 => float, 1 => integer, {t} => tuple},
    io:format("~p~n", [maps:to_list(#{c => 3, a => 1, b => 2})]),
    io:format("~p ~p ~p~n", [maps:get(1, M), maps:get(1.0, M), map_size(M)]),
    Updated = M#{a := 10, new => yes},
    #{a := A, new := New} = Updated,
    io:format("~p ~p ~p~n", [A, New, maps:find(missing, M)]),
    io:format("~p~n", [try M#{missing := 1} catch error:E1 -> E1 end]),
    io:format("~p~n", [try maps:get(missing, M) catch error:E2 -> E2 end]),
    io:format("~p~n", [try (atom)#{a => 1} catch error:E3 -> E3 end]),
    io:format("~p~n", [classify(#{kind => circle, r => 2})]),
    io:format("~p~n", [classify(#{kind => square, side => 3, extra => 1})]),
    io:format("~p~n", [classify(#{})]),
    N = list_to_integer(Text),
    Big = lists:foldl(fun(I, Acc) -> Acc#{I rem 500 => I} end, #{}, lists:seq(1, N)),
    io:format("~p ~p~n", [map_size(Big), lists:sum(maps:values(Big))]),
    Squares = maps:from_list([{I, I * I} || I <- lists:seq(1, 100)]),
    Even = maps:filter(fun(K, _) -> K rem 2 =:= 0 end, Squares),
    io:format("~p ~p~n", [map_size(Even), lists:sum(maps:keys(Even))]),
    io:format("~p~n", [maps:fold(fun(_, V, Sum) -> V + Sum end, 0, maps:map(fun(_, V) -> V * 2 end, Even))]),
    io:format("~p~n", [lists:sort(maps:to_list(maps:merge(#{a => 1, b => 2}, #{b => 3, c => 4})))]),
    io:format("~p~n", [#{a => 1} =:= #{a => 1.0}]),
    io:format("~p ~p~n", [#{a => 1} == #{a => 1.0}, #{a => 1} < #{a => 2}]),
    io:format("~p~n", [maps:without([a], maps:remove(b, #{a => 1, b => 2, c => 3}))]).

classify(#{kind := circle, r := R}) -> {circle, 3 * R * R};
classify(#{kind := square, side := S}) -> {square, S * S};
classify(M) when map_size(M) =:= 0 -> empty.
