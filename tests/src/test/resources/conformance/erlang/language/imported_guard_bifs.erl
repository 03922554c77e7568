-module(imported_guard_bifs).
-export([main/0]).
-compile({no_auto_import, [byte_size/1, size/1]}).
-import(erlang, [byte_size/1]).
-import(lists, [last/1]).
-import(sets, [size/1]).

%% Taken from erlang by name, a guard BIF is one; what a filter calls need not be.

-record(lazy, {make = fun(X) -> [X || X <- X] end, all = [Y || Y <- [1, 2]]}).

four(Bytes) when byte_size(Bytes) =:= 4 -> four;
four(Bytes) -> byte_size(Bytes).

main() ->
  io:format("~p~n", [[four(<<1:32>>), four(<<1:40>>)]]),
  io:format("~p~n", [size(sets:from_list([1, 2]))]),
  io:format("~p~n", [[L || L <- [[true], [false]], last(L)]]),
  #lazy{make = Make, all = All} = #lazy{},
  io:format("~p~n", [{Make([a]), All}]).
%% expect: [four,5]
%% expect: 2
%% expect: [[true]]
%% expect: {[a],[1,2]}
