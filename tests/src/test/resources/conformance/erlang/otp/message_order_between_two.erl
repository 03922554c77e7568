-module(message_order_between_two).
-export([main/0]).
main() ->
    Self = self(),
    spawn(fun() -> [Self ! N || N <- lists:seq(1, 1000)], Self ! done end),
    io:format("~p~n", [collect([]) =:= lists:seq(1, 1000)]).
collect(Acc) -> receive done -> lists:reverse(Acc); N -> collect([N | Acc]) end.
%% expect: true
