-module(failing_calls).
-export([a/1, b/1, c/1, d/1, e/1]).
a(X) ->
    {atom_to_list("a"), list_to_atom(a), list_to_atom("a"), tl([]), tl(a), tl([1]), length(""), length([X]),
     tuple_size([]), tuple_size({X}), abs(a), round("1"), trunc(a), float(a), integer_to_list(1.0),
     integer_to_binary(a), list_to_tuple(a), tuple_to_list(a), byte_size("a"), bit_size(a), size([]), size(a),
     binary_to_list("a"), list_to_binary(a), atom_to_binary(1), binary_to_atom(a), list_to_integer(1),
     list_to_float(a), ceil(a), floor(a), erlang:hd([]), hd(X)}.
b(X) -> {not 1, not X, -a, bnot 1.0, + a, - 1.0, bnot 1, not true}.
c(X) -> case length(a) of 1 -> X; _ -> 2 end.
d(X) -> {#{a => 1, a => X, "b" => 2, "b" => 3, 1 => 2, 1 => 4, X => 1, X => 2, 1.0 => X}, X#{a => 1, a := 3}}.
e(X) -> 1:foo(), foo:1(X), "a":b(), X:"a"(), {X}:a(), a:{b}(), X:foo().
