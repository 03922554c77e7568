%% What the compiler knows about the language: OTP's stdlib manual, module erl_internal.
-module(erl_internal).

-export([bif/2, bif/3, guard_bif/2, type_test/2, new_type_test/2, old_type_test/2, old_bif/2, arith_op/2, bool_op/2, comp_op/2,
         list_op/2, send_op/2, op_type/2, is_type/2]).

bif(Name, Arity) -> moonbeam_syntax:is_function(auto_imported, Name, Arity).
bif(Module, Name, Arity) -> Module =:= erlang andalso bif(Name, Arity).
old_bif(Name, Arity) -> bif(Name, Arity).

guard_bif(Name, Arity) -> moonbeam_syntax:is_function(guard, Name, Arity) andalso not type_test(Name, Arity).

type_test(Name, Arity) -> new_type_test(Name, Arity) orelse old_type_test(Name, Arity).

new_type_test(Name, 1) ->
    lists:member(Name, [is_atom, is_binary, is_bitstring, is_boolean, is_float, is_function, is_integer, is_list, is_map,
                        is_number, is_pid, is_port, is_reference, is_tuple]);
new_type_test(is_function, 2) -> true;
new_type_test(is_record, Arity) -> Arity =:= 2 orelse Arity =:= 3;
new_type_test(_, _) -> false.

old_type_test(Name, 1) ->
    lists:member(Name, [integer, float, number, atom, list, tuple, pid, reference, port, binary, function]);
old_type_test(record, 2) -> true;
old_type_test(_, _) -> false.

arith_op(Op, 1) -> lists:member(Op, ['+', '-', 'bnot']);
arith_op(Op, 2) -> lists:member(Op, ['+', '-', '*', '/', 'div', 'rem', 'band', 'bor', 'bxor', 'bsl', 'bsr']);
arith_op(_, _) -> false.

bool_op(Op, 1) -> Op =:= 'not';
bool_op(Op, 2) -> lists:member(Op, ['and', 'or', 'xor']);
bool_op(_, _) -> false.

comp_op(Op, 2) -> lists:member(Op, ['==', '/=', '=<', '<', '>=', '>', '=:=', '=/=']);
comp_op(_, _) -> false.

list_op(Op, 2) -> Op =:= '++' orelse Op =:= '--';
list_op(_, _) -> false.

send_op(Op, Arity) -> Op =:= '!' andalso Arity =:= 2.

op_type(Op, Arity) ->
    case {arith_op(Op, Arity), bool_op(Op, Arity), comp_op(Op, Arity), list_op(Op, Arity), send_op(Op, Arity)} of
        {true, _, _, _, _} -> arith;
        {_, true, _, _, _} -> bool;
        {_, _, true, _, _} -> comp;
        {_, _, _, true, _} -> list;
        {_, _, _, _, true} -> send;
        _ -> erlang:error(function_clause, [Op, Arity])
    end.

is_type(Name, Arity) -> moonbeam_syntax:is_function(type, Name, Arity).
