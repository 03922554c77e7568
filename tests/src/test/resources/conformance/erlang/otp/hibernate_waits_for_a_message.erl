-module(hibernate_waits_for_a_message).
-export([main/0, woken/1]).

%% A hibernating process goes on when there is a message, which is still there, and keeps its dictionary.
main() ->
  Self = self(),
  P = spawn(fun() -> put(key, kept), erlang:hibernate(?MODULE, woken, [Self]) end),
  receive {woken, _, _} -> io:format("too early~n") after 100 -> io:format("asleep~n") end,
  P ! first,
  P ! second,
  receive {woken, Kept, Message} -> io:format("~p ~p~n", [Kept, Message]) end,
  Early = spawn(fun() ->
                    receive go -> ok end,
                    erlang:hibernate(?MODULE, woken, [Self])
                end),
  Early ! waiting_already,
  Early ! go,
  receive {woken, Key, Waiting} -> io:format("~p ~p~n", [Key, Waiting]) end.

woken(Parent) ->
  receive Message -> Parent ! {woken, get(key), Message} end.
%% expect: asleep
%% expect: kept first
%% expect: undefined waiting_already
