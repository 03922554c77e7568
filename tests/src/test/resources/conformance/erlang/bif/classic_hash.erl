-module(classic_hash).
-export([main/0]).

%% erlang:phash/2 gives the same numbers everywhere, as phash2 does.

main() ->
  [io:format("~p ~p~n", [erlang:phash(T, 1 bsl 32), erlang:phash(T, 1000)]) || T <- terms()],
  [io:format("~p~n", [catch_reason(fun() -> erlang:phash(a, R) end)]) || R <- [0, -1, (1 bsl 32) + 1, x]],
  io:format("~p~n", [[erlang:phash2(F) || F <- [fun lists:map/2, fun erlang:abs/1]]]).

terms() ->
  [atom, '', true, "", [], "list", [$a, 300, $b | rest], [[], [1], [[x]]], {}, {a, b, {c}},
   0, 1, -1, 255, 256, 1 bsl 31, 1 bsl 32, -(1 bsl 40), (1 bsl 59) - 1, 1 bsl 59, -(1 bsl 59), -(1 bsl 59) - 1,
   1 bsl 63, 1 bsl 64, (1 bsl 96) + 5, -(1 bsl 200), 0.0, 1.5, -1.0e300, <<>>, <<"bytes">>, <<1:1>>, <<7, 5:3>>,
   #{}, #{a => 1, 2 => [b]}, fun lists:map/2, fun erlang:abs/1].

catch_reason(F) ->
  try F() catch error:Reason -> Reason end.
%% expect: 428894 894
%% expect: 1 1
%% expect: 506294 294
%% expect: 2 2
%% expect: 2 2
%% expect: 554746700 700
%% expect: 913648761 761
%% expect: 3043050593 593
%% expect: 1 1
%% expect: 887870641 641
%% expect: 1 1
%% expect: 2788898428 428
%% expect: 1680185270 270
%% expect: 2499495046 46
%% expect: 1920229268 268
%% expect: 385 385
%% expect: 2788898428 428
%% expect: 3765867550 550
%% expect: 3114282913 913
%% expect: 2147483673 673
%% expect: 2147489129 129
%% expect: 3227238398 398
%% expect: 385 385
%% expect: 2788898428 428
%% expect: 1106091459 459
%% expect: 3765867550 550
%% expect: 1 1
%% expect: 1073217537 537
%% expect: 1983353249 249
%% expect: 1 1
%% expect: 4183325477 477
%% expect: 808817679 679
%% expect: 3483117699 699
%% expect: 1113425985 985
%% expect: 2656154480 480
%% expect: 904024396 396
%% expect: 2515667794 794
%% expect: badarg
%% expect: badarg
%% expect: badarg
%% expect: badarg
%% expect: [34981515,27471588]
