%% What may stand where: the tests of OTP's module erl_lint that other tools ask, and its checks of whole modules, which are the
%% compiler's own.
-module(erl_lint).

-export([module/1, module/2, module/3, format_error/1, is_guard_test/1, is_guard_test/2, is_guard_test/3, is_guard_expr/1,
         is_pattern_expr/1]).

module(Forms) -> module(Forms, "nofile", []).
module(Forms, File) -> module(Forms, File, []).

module(Forms, File, _Options) ->
    {Errors, Warnings} = moonbeam_compiler:check(Forms, File),
    case Errors of
        [] -> {ok, Warnings};
        _ -> {error, Errors, Warnings}
    end.

format_error(Text) when is_list(Text) -> Text;
format_error(Other) -> io_lib:format("~tp", [Other]).

is_guard_test(Expr) -> is_guard_expr(Expr).
is_guard_test(Expr, _Forms) -> is_guard_expr(Expr).
is_guard_test(Expr, _Records, IsOverridden) ->
    is_guard_expr(Expr) andalso not calls(Expr, IsOverridden).

%% Whether a function of the module hides a guard function that is called here without its module.
calls({call, _, {atom, _, Name}, Arguments}, IsOverridden) ->
    IsOverridden({Name, length(Arguments)}) orelse calls(Arguments, IsOverridden);
calls(Node, IsOverridden) when is_tuple(Node) -> calls(tuple_to_list(Node), IsOverridden);
calls([Node | Rest], IsOverridden) -> calls(Node, IsOverridden) orelse calls(Rest, IsOverridden);
calls(_, _) -> false.

is_guard_expr({Tag, _, _}) when Tag =:= var; Tag =:= atom; Tag =:= integer; Tag =:= float; Tag =:= char; Tag =:= string -> true;
is_guard_expr({nil, _}) -> true;
is_guard_expr({cons, _, Head, Tail}) -> is_guard_expr(Head) andalso is_guard_expr(Tail);
is_guard_expr({tuple, _, Elements}) -> all(Elements);
is_guard_expr({bin, _, Segments}) ->
    lists:all(fun({bin_element, _, Value, Size, _}) ->
                      is_guard_expr(Value) andalso (Size =:= default orelse is_guard_expr(Size))
              end, Segments);
is_guard_expr({map, _, Fields}) -> all_fields(Fields);
is_guard_expr({map, _, Base, Fields}) -> is_guard_expr(Base) andalso all_fields(Fields);
is_guard_expr({record_index, _, _, Field}) -> is_guard_expr(Field);
is_guard_expr({record_field, _, Record, _, Field}) -> is_guard_expr(Record) andalso is_guard_expr(Field);
is_guard_expr({record, _, _, Fields}) -> lists:all(fun({record_field, _, _, Value}) -> is_guard_expr(Value) end, Fields);
is_guard_expr({call, _, {atom, _, Name}, Arguments}) -> is_guard_function(Name, length(Arguments)) andalso all(Arguments);
is_guard_expr({call, _, {remote, _, {atom, _, erlang}, {atom, _, Name}}, Arguments}) ->
    Arity = length(Arguments),
    (is_guard_function(Name, Arity) orelse is_operator(Name, Arity)) andalso all(Arguments);
is_guard_expr({op, _, Op, Operand}) -> is_operator(Op, 1) andalso is_guard_expr(Operand);
is_guard_expr({op, _, Op, Left, Right}) when Op =:= 'andalso'; Op =:= 'orelse' -> all([Left, Right]);
is_guard_expr({op, _, Op, Left, Right}) -> is_operator(Op, 2) andalso all([Left, Right]);
is_guard_expr(_) -> false.

all(Exprs) -> lists:all(fun is_guard_expr/1, Exprs).

all_fields(Fields) -> lists:all(fun({_, _, Key, Value}) -> is_guard_expr(Key) andalso is_guard_expr(Value) end, Fields).

is_guard_function(Name, Arity) -> erl_internal:guard_bif(Name, Arity) orelse erl_internal:type_test(Name, Arity).

is_operator(Op, Arity) ->
    erl_internal:arith_op(Op, Arity) orelse erl_internal:bool_op(Op, Arity) orelse erl_internal:comp_op(Op, Arity).

%% Expressions that are patterns with no more than constants computed.
is_pattern_expr({Tag, _, _}) when Tag =:= atom; Tag =:= integer; Tag =:= float; Tag =:= char; Tag =:= string -> true;
is_pattern_expr({nil, _}) -> true;
is_pattern_expr({tuple, _, Elements}) -> lists:all(fun is_pattern_expr/1, Elements);
is_pattern_expr({cons, _, Head, Tail}) -> is_pattern_expr(Head) andalso is_pattern_expr(Tail);
is_pattern_expr({op, _, Op, Operand}) -> erl_internal:arith_op(Op, 1) andalso is_pattern_expr(Operand);
is_pattern_expr({op, _, Op, Left, Right}) ->
    erl_internal:arith_op(Op, 2) andalso is_pattern_expr(Left) andalso is_pattern_expr(Right);
is_pattern_expr(_) -> false.
