%% All placements of N queens that do not attack one another, by comprehension.
-module(queens).
-export([main/1]).

main([]) -> main(["6"]);
main([Text]) ->
    N = list_to_integer(Text),
    All = place(N, N),
    io:format("~p ~w~n", [length(All), hd(All)]).

place(0, _) -> [[]];
place(K, N) -> [[Q | Others] || Others <- place(K - 1, N), Q <- lists:seq(1, N), safe(Q, Others, 1)].

safe(_, [], _) -> true;
safe(Q, [Other | Rest], Distance) ->
    Q =/= Other andalso abs(Q - Other) =/= Distance andalso safe(Q, Rest, Distance + 1).
