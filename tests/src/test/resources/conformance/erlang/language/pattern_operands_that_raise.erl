-module(pattern_operands_that_raise).
-export([main/0]).

%% A key of a map or a size of a segment is a guard expression: where it raises the pattern fails.

size_of(<<_:(length(size)), _/bits>>) -> never;
size_of(<<N:8, _:(N - atom)>>) -> never;
size_of(<<N:8, _:(N div 0)/binary, _/bits>>) -> never;
size_of(<<_:8, _:(is_integer(1)), _/bits>>) -> never;
size_of(<<N:8, Rest:(N + 8)>>) -> {rest, Rest};
size_of(_) -> none.

key_of(Tuple, Map) ->
  case Map of
    #{element(2, Tuple) := Value} -> {second, Value};
    #{element(1, Tuple) := Value} -> {first, Value};
    #{} -> none
  end.

main() ->
  io:format("~p~n", [size_of(<<8, 1, 2>>)]),
  io:format("~p~n", [size_of(<<9, 1, 2>>)]),
  io:format("~p~n", [key_of({a, b}, #{a => 1, b => 2})]),
  io:format("~p~n", [key_of({a}, #{a => 1, b => 2})]),
  io:format("~p~n", [key_of({}, #{a => 1, b => 2})]),
  Pairs = [X || #{abs(a) := X} <- [#{a => 1}]],
  io:format("~p~n", [Pairs]),
  Self = self(),
  Self ! <<1, 2>>,
  receive
    <<_:(hd(1)), _/bits>> -> io:format("never~n");
    <<A, B:(A * 8)>> -> io:format("~p~n", [{A, B}])
  end.
%% expect: {rest,258}
%% expect: none
%% expect: {second,2}
%% expect: {first,1}
%% expect: none
%% expect: []
%% expect: {1,2}
