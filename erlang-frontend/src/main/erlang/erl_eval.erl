%% Evaluates expressions in the abstract format: OTP's stdlib manual, module erl_eval. Records and macros must have been expanded.
%%
%% eval/4 gives {value, Value, Bindings}, or the value alone where nobody asks for the bindings: there, what comes last in an
%% expression is called last by it, so that interpreted loops run in constant space. Bindings are an orddict or a map, whichever the
%% caller gave. The arguments of a call and the elements of a term see the bindings before all of them.
-module(erl_eval).

-export([expr/2, expr/3, expr/4, expr/5, exprs/2, exprs/3, exprs/4, expr_list/2, expr_list/3, expr_list/4, new_bindings/0,
         bindings/1, binding/2, add_binding/3, del_binding/2, match_clause/4, is_constant_expr/1, partial_eval/1, eval_str/1,
         fun_data/1]).

-export_type([binding_struct/0, bindings/0, name/0, value/0, local_function_handler/0, non_local_function_handler/0]).

-type name() :: term().
-type value() :: term().
-type binding_struct() :: orddict:orddict() | map().
-type bindings() :: [{name(), value()}].
-type local_function_handler() :: {value, function()} | {eval, function()} | none.
-type non_local_function_handler() :: {value, function()} | none.

%% Of whole sequences OTP says by other words what is not defined: those of the linter, which it asks first.
-record(handlers, {local = none, other = none, unbound = unbound, undef_record = undef_record}).

%% ---- Entries ----

exprs(Exprs, Bindings) -> exprs(Exprs, Bindings, none, none).
exprs(Exprs, Bindings, Local) -> exprs(Exprs, Bindings, Local, none).
exprs(Exprs, Bindings, Local, Other) ->
    Handlers = handlers(Local, Other),
    body(Exprs, Bindings, Handlers#handlers{unbound = unbound_var, undef_record = undefined_record}, bindings).

expr(Expr, Bindings) -> expr(Expr, Bindings, none, none, none).
expr(Expr, Bindings, Local) -> expr(Expr, Bindings, Local, none, none).
expr(Expr, Bindings, Local, Other) -> expr(Expr, Bindings, Local, Other, none).
expr(Expr, Bindings, Local, Other, none) -> eval(Expr, Bindings, handlers(Local, Other), bindings);
expr(Expr, Bindings, Local, Other, value) -> eval(Expr, Bindings, handlers(Local, Other), value).

expr_list(Exprs, Bindings) -> expr_list(Exprs, Bindings, none, none).
expr_list(Exprs, Bindings, Local) -> expr_list(Exprs, Bindings, Local, none).
expr_list(Exprs, Bindings, Local, Other) -> each(Exprs, Bindings, handlers(Local, Other)).

handlers(Local, Other) -> #handlers{local = Local, other = Other}.

%% ---- Bindings ----

new_bindings() -> orddict:new().

bindings(Bindings) when is_map(Bindings) -> maps:to_list(Bindings);
bindings(Bindings) when is_list(Bindings) -> orddict:to_list(Bindings).

binding(Name, Bindings) when is_map(Bindings) ->
    case Bindings of
        #{Name := Value} -> {value, Value};
        _ -> unbound
    end;
binding(Name, Bindings) when is_list(Bindings) ->
    case orddict:find(Name, Bindings) of
        {ok, Value} -> {value, Value};
        error -> unbound
    end.

add_binding(Name, Value, Bindings) when is_map(Bindings) -> Bindings#{Name => Value};
add_binding(Name, Value, Bindings) when is_list(Bindings) -> orddict:store(Name, Value, Bindings).

del_binding(Name, Bindings) when is_map(Bindings) -> maps:remove(Name, Bindings);
del_binding(Name, Bindings) when is_list(Bindings) -> orddict:erase(Name, Bindings).

%% What two operands bound; they must agree.
merged(One, Other) ->
    lists:foldl(fun({Name, Value}, Bindings) ->
                        case binding(Name, Bindings) of
                            {value, Value} -> Bindings;
                            {value, Earlier} -> erlang:error({badmatch, Earlier});
                            unbound -> add_binding(Name, Value, Bindings)
                        end
                end, One, bindings(Other)).

%% ---- Expressions ----

body([Last], Bindings, Handlers, Wanted) -> eval(Last, Bindings, Handlers, Wanted);
body([Expr | Rest], Bindings, Handlers, Wanted) ->
    {value, _, Bindings2} = eval(Expr, Bindings, Handlers, bindings),
    body(Rest, Bindings2, Handlers, Wanted).

each(Exprs, Bindings, Handlers) -> each(Exprs, Bindings, Handlers, [], Bindings).

each([Expr | Rest], Before, Handlers, Values, Bindings) ->
    {value, Value, After} = eval(Expr, Before, Handlers, bindings),
    each(Rest, Before, Handlers, [Value | Values], merged(Bindings, After));
each([], _, _, Values, Bindings) -> {lists:reverse(Values), Bindings}.

result(Value, _, value) -> Value;
result(Value, Bindings, bindings) -> {value, Value, Bindings}.

eval({var, _, Name}, Bindings, Handlers, Wanted) ->
    case binding(Name, Bindings) of
        {value, Value} -> result(Value, Bindings, Wanted);
        unbound -> erlang:error({Handlers#handlers.unbound, Name})
    end;
eval({Tag, _, Value}, Bindings, _, Wanted) when Tag =:= atom; Tag =:= integer; Tag =:= float; Tag =:= char;
                                                Tag =:= string; Tag =:= value ->
    result(Value, Bindings, Wanted);
eval({value, _, Value, _}, Bindings, _, Wanted) -> result(Value, Bindings, Wanted);
eval({nil, _}, Bindings, _, Wanted) -> result([], Bindings, Wanted);
eval({cons, _, Head, Tail}, Bindings, Handlers, Wanted) ->
    {[H, T], Bindings2} = each([Head, Tail], Bindings, Handlers),
    result([H | T], Bindings2, Wanted);
eval({tuple, _, Elements}, Bindings, Handlers, Wanted) ->
    {Values, Bindings2} = each(Elements, Bindings, Handlers),
    result(list_to_tuple(Values), Bindings2, Wanted);
eval({bin, _, Segments}, Bindings, Handlers, Wanted) ->
    {Bits, Bindings2} = construct(Segments, Bindings, Handlers),
    result(Bits, Bindings2, Wanted);
eval({map, _, Fields}, Bindings, Handlers, Wanted) ->
    {Pairs, Bindings2} = fields(Fields, Bindings, Handlers),
    result(updated(#{}, Pairs), Bindings2, Wanted);
eval({map, _, Base, Fields}, Bindings, Handlers, Wanted) ->
    {value, Map, Bindings2} = eval(Base, Bindings, Handlers, bindings),
    {Pairs, Bindings3} = fields(Fields, Bindings, Handlers),
    is_map(Map) orelse erlang:error({badmap, Map}),
    result(updated(Map, Pairs), merged(Bindings2, Bindings3), Wanted);
eval({record, _, Name, _}, _, Handlers, _) -> no_record(Name, Handlers);
eval({record, _, _, Name, _}, _, Handlers, _) -> no_record(Name, Handlers);
eval({record_index, _, Name, _}, _, Handlers, _) -> no_record(Name, Handlers);
eval({record_field, _, _, Name, _}, _, Handlers, _) -> no_record(Name, Handlers);
eval({block, _, Exprs}, Bindings, Handlers, Wanted) -> body(Exprs, Bindings, Handlers, Wanted);
eval({match, _, Pattern, Expr}, Bindings, Handlers, Wanted) ->
    {value, Value, Bindings2} = eval(Expr, Bindings, Handlers, bindings),
    case match(Pattern, Value, Bindings2) of
        {match, Bindings3} -> result(Value, Bindings3, Wanted);
        nomatch -> erlang:error({badmatch, Value})
    end;
eval({'if', _, Clauses}, Bindings, Handlers, Wanted) ->
    case chosen(Clauses, [], Bindings, Handlers) of
        {Body, Bindings2} -> body(Body, Bindings2, Handlers, Wanted);
        nomatch -> erlang:error(if_clause)
    end;
eval({'case', _, Expr, Clauses}, Bindings, Handlers, Wanted) ->
    {value, Value, Bindings2} = eval(Expr, Bindings, Handlers, bindings),
    case chosen(Clauses, [Value], Bindings2, Handlers) of
        {Body, Bindings3} -> body(Body, Bindings3, Handlers, Wanted);
        nomatch -> erlang:error({case_clause, Value})
    end;
eval({'try', _, Body, Of, Handlings, After}, Bindings, Handlers, Wanted) ->
    attempt(Body, Of, Handlings, After, Bindings, Handlers, Wanted);
eval({'receive', _, Clauses}, Bindings, Handlers, Wanted) ->
    taken(Clauses, moonbeam_syntax:deadline(infinity), [], Bindings, Handlers, Wanted);
eval({'receive', _, Clauses, Timeout, After}, Bindings, Handlers, Wanted) ->
    {value, Time, Bindings2} = eval(Timeout, Bindings, Handlers, bindings),
    taken(Clauses, moonbeam_syntax:deadline(Time), After, Bindings2, Handlers, Wanted);
eval({'catch', _, Expr}, Bindings, Handlers, Wanted) ->
    {Value, Bindings2} = try eval(Expr, Bindings, Handlers, bindings) of
                             {value, Given, Bound} -> {Given, Bound}
                         catch
                             throw:Thrown -> {Thrown, Bindings};
                             exit:Reason -> {{'EXIT', Reason}, Bindings};
                             error:Reason:Stack -> {{'EXIT', {Reason, Stack}}, Bindings}
                         end,
    result(Value, Bindings2, Wanted);
eval({lc, _, Expr, Qualifiers}, Bindings, Handlers, Wanted) ->
    Values = collect(Qualifiers, Bindings, Handlers, [],
                     fun(Bound, Found) -> [eval(Expr, Bound, Handlers, value) | Found] end),
    result(lists:reverse(Values), Bindings, Wanted);
eval({bc, _, Expr, Qualifiers}, Bindings, Handlers, Wanted) ->
    Parts = collect(Qualifiers, Bindings, Handlers, [],
                    fun(Bound, Found) -> [eval(Expr, Bound, Handlers, value) | Found] end),
    result(list_to_bitstring(lists:reverse(Parts)), Bindings, Wanted);
eval({mc, _, {map_field_assoc, _, Key, Value}, Qualifiers}, Bindings, Handlers, Wanted) ->
    Pairs = collect(Qualifiers, Bindings, Handlers, [],
                    fun(Bound, Found) ->
                            {[K, V], _} = each([Key, Value], Bound, Handlers),
                            [{K, V} | Found]
                    end),
    result(maps:from_list(lists:reverse(Pairs)), Bindings, Wanted);
eval({maybe, _, Steps}, Bindings, Handlers, Wanted) ->
    result(steps(Steps, Bindings, Handlers, fun(Value) -> Value end), Bindings, Wanted);
eval({maybe, _, Steps, {'else', _, Clauses}}, Bindings, Handlers, Wanted) ->
    Otherwise = fun(Value) ->
                        case chosen(Clauses, [Value], Bindings, Handlers) of
                            {Body, Bindings2} -> body(Body, Bindings2, Handlers, value);
                            nomatch -> erlang:error({else_clause, Value})
                        end
                end,
    result(steps(Steps, Bindings, Handlers, Otherwise), Bindings, Wanted);
eval({'fun', _, {clauses, [{clause, _, Patterns, _, _} | _] = Clauses}}, Bindings, Handlers, Wanted) ->
    Call = fun(Arguments) -> called(Clauses, Arguments, Bindings, Handlers) end,
    result(function(length(Patterns), Call), Bindings, Wanted);
eval({named_fun, _, Name, [{clause, _, Patterns, _, _} | _] = Clauses}, Bindings, Handlers, Wanted) ->
    result(named(Name, length(Patterns), Clauses, Bindings, Handlers), Bindings, Wanted);
eval({'fun', _, {function, Module, Name, Arity}}, Bindings, _, Wanted) when is_atom(Module) ->
    result(erlang:make_fun(Module, Name, Arity), Bindings, Wanted);
eval({'fun', _, {function, Module, Name, Arity}}, Bindings, Handlers, Wanted) ->
    {[M, F, A], Bindings2} = each([Module, Name, Arity], Bindings, Handlers),
    result(erlang:make_fun(M, F, A), Bindings2, Wanted);
eval({'fun', _, {function, Name, Arity}}, _, _, _) -> erlang:raise(error, undef, [{?MODULE, Name, Arity, []}]);
eval({call, A, {remote, _, Module, Name}, Arguments}, Bindings, Handlers, Wanted) ->
    {[M, F], Bindings2} = each([Module, Name], Bindings, Handlers),
    {Values, Bindings3} = each(Arguments, Bindings, Handlers),
    apply_function(A, {M, F}, Values, merged(Bindings2, Bindings3), Handlers, Wanted);
eval({call, A, {atom, _, Name}, Arguments}, Bindings, Handlers, Wanted) ->
    case erl_internal:bif(Name, length(Arguments)) of
        true ->
            {Values, Bindings2} = each(Arguments, Bindings, Handlers),
            apply_function(A, {erlang, Name}, Values, Bindings2, Handlers, Wanted);
        false -> local(A, Name, Arguments, Bindings, Handlers, Wanted)
    end;
eval({call, A, Function, Arguments}, Bindings, Handlers, Wanted) ->
    {value, Fun, Bindings2} = eval(Function, Bindings, Handlers, bindings),
    {Values, Bindings3} = each(Arguments, Bindings, Handlers),
    apply_function(A, Fun, Values, merged(Bindings2, Bindings3), Handlers, Wanted);
eval({op, _, 'andalso', Left, Right}, Bindings, Handlers, Wanted) ->
    {value, Value, Bindings2} = eval(Left, Bindings, Handlers, bindings),
    case Value of
        true -> result(eval(Right, Bindings2, Handlers, value), Bindings2, Wanted);
        false -> result(false, Bindings2, Wanted);
        _ -> erlang:error({badarg, Value})
    end;
eval({op, _, 'orelse', Left, Right}, Bindings, Handlers, Wanted) ->
    {value, Value, Bindings2} = eval(Left, Bindings, Handlers, bindings),
    case Value of
        true -> result(true, Bindings2, Wanted);
        false -> result(eval(Right, Bindings2, Handlers, value), Bindings2, Wanted);
        _ -> erlang:error({badarg, Value})
    end;
eval({op, A, Op, Operand}, Bindings, Handlers, Wanted) ->
    {value, Value, Bindings2} = eval(Operand, Bindings, Handlers, bindings),
    apply_function(A, {erlang, Op}, [Value], Bindings2, Handlers, Wanted);
eval({op, A, Op, Left, Right}, Bindings, Handlers, Wanted) ->
    {Values, Bindings2} = each([Left, Right], Bindings, Handlers),
    apply_function(A, {erlang, Op}, Values, Bindings2, Handlers, Wanted);
eval({remote, _, _, _}, _, _, _) -> erlang:error({badexpr, ':'});
eval(Expr, _, _, _) -> erlang:error({illegal_expr, Expr}).

no_record(Name, Handlers) -> erlang:error({Handlers#handlers.undef_record, Name}).

fields([{Kind, _, Key, Value} | Rest], Bindings, Handlers) ->
    {[K, V], Bindings2} = each([Key, Value], Bindings, Handlers),
    {Pairs, Bindings3} = fields(Rest, Bindings, Handlers),
    {[{Kind, K, V} | Pairs], merged(Bindings2, Bindings3)};
fields([], Bindings, _) -> {[], Bindings}.

updated(Map, Pairs) ->
    lists:foldl(fun({map_field_assoc, Key, Value}, M) -> M#{Key => Value};
                   ({map_field_exact, Key, Value}, M) -> M#{Key := Value}
                end, Map, Pairs).

steps(Steps, Bindings, Handlers, Otherwise) ->
    case first_failure(Steps, Bindings, Handlers) of
        {value, Value} -> Value;
        {otherwise, Value} -> Otherwise(Value)
    end.

first_failure([{maybe_match, _, Pattern, Expr} | Rest], Bindings, Handlers) ->
    {value, Value, Bindings2} = eval(Expr, Bindings, Handlers, bindings),
    case match(Pattern, Value, Bindings2) of
        {match, _} when Rest =:= [] -> {value, Value};
        {match, Bindings3} -> first_failure(Rest, Bindings3, Handlers);
        nomatch -> {otherwise, Value}
    end;
first_failure([Last], Bindings, Handlers) -> {value, eval(Last, Bindings, Handlers, value)};
first_failure([Step | Rest], Bindings, Handlers) ->
    {value, _, Bindings2} = eval(Step, Bindings, Handlers, bindings),
    first_failure(Rest, Bindings2, Handlers).

%% ---- try and receive ----

attempt(Body, Of, Handlings, After, Bindings, Handlers, Wanted) ->
    try body(Body, Bindings, Handlers, bindings) of
        {value, Value, Bindings2} when Of =:= [] -> result(Value, Bindings2, Wanted);
        {value, Value, Bindings2} ->
            case chosen(Of, [Value], Bindings2, Handlers) of
                {Chosen, Bindings3} -> body(Chosen, Bindings3, Handlers, Wanted);
                nomatch -> erlang:error({try_clause, Value})
            end
    catch
        Class:Reason:Stack when Handlings =/= [] ->
            case chosen(Handlings, [{Class, Reason, Stack}], Bindings, Handlers) of
                {Chosen, Bindings2} -> body(Chosen, Bindings2, Handlers, Wanted);
                nomatch -> erlang:raise(Class, Reason, Stack)
            end
    after
        After =:= [] orelse body(After, Bindings, Handlers, value)
    end.

%% Messages are looked at where they lie; what matches is taken out, what does not stays.
taken(Clauses, Deadline, After, Bindings, Handlers, Wanted) ->
    case moonbeam_syntax:next_message(Deadline) of
        {message, Message} ->
            case chosen(Clauses, [Message], Bindings, Handlers) of
                {Body, Bindings2} ->
                    moonbeam_syntax:take_message(),
                    body(Body, Bindings2, Handlers, Wanted);
                nomatch ->
                    moonbeam_syntax:refuse_message(),
                    taken(Clauses, Deadline, After, Bindings, Handlers, Wanted)
            end;
        timeout -> body(After, Bindings, Handlers, Wanted)
    end.

%% ---- Calls ----

local(A, Name, Arguments, Bindings, Handlers, Wanted) ->
    case Handlers#handlers.local of
        {value, Fun} when is_function(Fun, 2) ->
            {Values, Bindings2} = each(Arguments, Bindings, Handlers),
            result(Fun(Name, Values), Bindings2, Wanted);
        {value, Fun} when is_function(Fun, 3) ->
            {Values, Bindings2} = each(Arguments, Bindings, Handlers),
            result(Fun(A, Name, Values), Bindings2, Wanted);
        {eval, Fun} when is_function(Fun, 3) -> handled(Fun(Name, Arguments, Bindings), Wanted);
        {eval, Fun} when is_function(Fun, 4) -> handled(Fun(A, Name, Arguments, Bindings), Wanted);
        {value, Fun, Extra} ->
            {Values, Bindings2} = each(Arguments, Bindings, Handlers),
            result(apply(Fun, [Name, Values | Extra]), Bindings2, Wanted);
        {eval, Fun, Extra} -> handled(apply(Fun, [Name, Arguments, Bindings | Extra]), Wanted);
        none ->
            {Values, _} = each(Arguments, Bindings, Handlers),
            erlang:raise(error, undef, [{?MODULE, Name, Values, []}])
    end.

handled({value, Value, Bindings}, Wanted) -> result(Value, Bindings, Wanted).

apply_function(A, Function, Values, Bindings, Handlers, Wanted) ->
    case Handlers#handlers.other of
        none when Wanted =:= value ->
            case Function of
                {Module, Name} -> apply(Module, Name, Values);
                _ -> apply_fun(Function, Values)
            end;
        none ->
            result(case Function of
                       {Module, Name} -> apply(Module, Name, Values);
                       _ -> apply_fun(Function, Values)
                   end, Bindings, Wanted);
        {value, Fun} when is_function(Fun, 2) -> result(Fun(Function, Values), Bindings, Wanted);
        {value, Fun} when is_function(Fun, 3) -> result(Fun(A, Function, Values), Bindings, Wanted)
    end.

apply_fun(Fun, Values) when is_function(Fun) -> apply(Fun, Values);
apply_fun(Other, _) -> erlang:error({badfun, Other}).

called([{clause, _, Patterns, Guard, Body} | Rest], Arguments, Bindings, Handlers) ->
    %% Parameters hide variables of the same name.
    Free = lists:foldl(fun del_binding/2, Bindings, variables(Patterns)),
    case match_all(Patterns, Arguments, Free, Bindings) of
        {match, Bindings2} ->
            case holds(Guard, Bindings2, Handlers) of
                true -> body(Body, Bindings2, Handlers, value);
                false -> called(Rest, Arguments, Bindings, Handlers)
            end;
        nomatch -> called(Rest, Arguments, Bindings, Handlers)
    end;
called([], Arguments, _, _) ->
    erlang:raise(error, function_clause, [{?MODULE, '-inside-an-interpreted-fun-', Arguments, []}]).

named(Name, Arity, Clauses, Bindings, Handlers) ->
    Call = fun(Arguments) ->
                   Self = named(Name, Arity, Clauses, Bindings, Handlers),
                   called(Clauses, Arguments, add_binding(Name, Self, Bindings), Handlers)
           end,
    function(Arity, Call).

%% OTP's limit, too.
function(0, F) -> fun() -> F([]) end;
function(1, F) -> fun(A) -> F([A]) end;
function(2, F) -> fun(A, B) -> F([A, B]) end;
function(3, F) -> fun(A, B, C) -> F([A, B, C]) end;
function(4, F) -> fun(A, B, C, D) -> F([A, B, C, D]) end;
function(5, F) -> fun(A, B, C, D, E) -> F([A, B, C, D, E]) end;
function(6, F) -> fun(A, B, C, D, E, X) -> F([A, B, C, D, E, X]) end;
function(7, F) -> fun(A, B, C, D, E, X, G) -> F([A, B, C, D, E, X, G]) end;
function(8, F) -> fun(A, B, C, D, E, X, G, H) -> F([A, B, C, D, E, X, G, H]) end;
function(9, F) -> fun(A, B, C, D, E, X, G, H, I) -> F([A, B, C, D, E, X, G, H, I]) end;
function(10, F) -> fun(A, B, C, D, E, X, G, H, I, J) -> F([A, B, C, D, E, X, G, H, I, J]) end;
function(11, F) -> fun(A, B, C, D, E, X, G, H, I, J, K) -> F([A, B, C, D, E, X, G, H, I, J, K]) end;
function(12, F) -> fun(A, B, C, D, E, X, G, H, I, J, K, L) -> F([A, B, C, D, E, X, G, H, I, J, K, L]) end;
function(13, F) -> fun(A, B, C, D, E, X, G, H, I, J, K, L, M) -> F([A, B, C, D, E, X, G, H, I, J, K, L, M]) end;
function(14, F) -> fun(A, B, C, D, E, X, G, H, I, J, K, L, M, N) -> F([A, B, C, D, E, X, G, H, I, J, K, L, M, N]) end;
function(15, F) -> fun(A, B, C, D, E, X, G, H, I, J, K, L, M, N, O) -> F([A, B, C, D, E, X, G, H, I, J, K, L, M, N, O]) end;
function(16, F) -> fun(A, B, C, D, E, X, G, H, I, J, K, L, M, N, O, P) -> F([A, B, C, D, E, X, G, H, I, J, K, L, M, N, O, P]) end;
function(17, F) -> fun(A, B, C, D, E, X, G, H, I, J, K, L, M, N, O, P, Q) -> F([A, B, C, D, E, X, G, H, I, J, K, L, M, N, O, P, Q]) end;
function(18, F) -> fun(A, B, C, D, E, X, G, H, I, J, K, L, M, N, O, P, Q, R) -> F([A, B, C, D, E, X, G, H, I, J, K, L, M, N, O, P, Q, R]) end;
function(19, F) -> fun(A, B, C, D, E, X, G, H, I, J, K, L, M, N, O, P, Q, R, S) -> F([A, B, C, D, E, X, G, H, I, J, K, L, M, N, O, P, Q, R, S]) end;
function(20, F) -> fun(A, B, C, D, E, X, G, H, I, J, K, L, M, N, O, P, Q, R, S, T) -> F([A, B, C, D, E, X, G, H, I, J, K, L, M, N, O, P, Q, R, S, T]) end;
function(_, _) -> erlang:error(argument_limit).

%% ---- Comprehensions ----

collect([{generate, _, Pattern, Source} | Rest], Bindings, Handlers, Found, Each) ->
    generated(eval(Source, Bindings, Handlers, value), Pattern, Rest, Bindings, Handlers, Found, Each);
collect([{b_generate, _, {bin, _, Segments}, Source} | Rest], Bindings, Handlers, Found, Each) ->
    Bits = eval(Source, Bindings, Handlers, value),
    is_bitstring(Bits) orelse erlang:error({bad_generator, Bits}),
    generated_bits(Bits, Segments, Rest, Bindings, Handlers, Found, Each);
collect([{m_generate, _, {map_field_exact, _, Key, Value}, Source} | Rest], Bindings, Handlers, Found, Each) ->
    Map = eval(Source, Bindings, Handlers, value),
    Pairs = try maps:to_list(Map)
            catch error:_ -> erlang:error({bad_generator, Map})
            end,
    generated(Pairs, {tuple, 0, [Key, Value]}, Rest, Bindings, Handlers, Found, Each);
collect([Filter | Rest], Bindings, Handlers, Found, Each) ->
    case erl_lint:is_guard_test(Filter) of
        true ->
            case holds([[Filter]], Bindings, Handlers) of
                true -> collect(Rest, Bindings, Handlers, Found, Each);
                false -> Found
            end;
        false ->
            {value, Value, Bindings2} = eval(Filter, Bindings, Handlers, bindings),
            case Value of
                true -> collect(Rest, Bindings2, Handlers, Found, Each);
                false -> Found;
                _ -> erlang:error({bad_filter, Value})
            end
    end;
collect([], Bindings, _, Found, Each) -> Each(Bindings, Found).

generated([Value | More], Pattern, Rest, Bindings, Handlers, Found, Each) ->
    Free = lists:foldl(fun del_binding/2, Bindings, variables(Pattern)),
    Found2 = case match(Pattern, Value, Free, Bindings) of
                 {match, Bindings2} -> collect(Rest, Bindings2, Handlers, Found, Each);
                 nomatch -> Found
             end,
    generated(More, Pattern, Rest, Bindings, Handlers, Found2, Each);
generated([], _, _, _, _, Found, _) -> Found;
generated(Other, _, _, _, _, _, _) -> erlang:error({bad_generator, Other}).

generated_bits(Bits, Segments, Rest, Bindings, Handlers, Found, Each) ->
    Free = lists:foldl(fun del_binding/2, Bindings, variables(Segments)),
    case segments(Segments, Bits, Free, Bindings) of
        {match, Bindings2, Left} ->
            Found2 = collect(Rest, Bindings2, Handlers, Found, Each),
            generated_bits(Left, Segments, Rest, Bindings, Handlers, Found2, Each);
        {other, Left} -> generated_bits(Left, Segments, Rest, Bindings, Handlers, Found, Each);
        nomatch -> Found
    end.

%% ---- Clauses and guards ----

match_clause(Clauses, Values, Bindings, Local) -> chosen(Clauses, Values, Bindings, handlers(Local, none)).

chosen([{clause, _, Patterns, Guard, Body} | Rest], Values, Bindings, Handlers) ->
    case match_all(Patterns, Values, Bindings, Bindings) of
        {match, Bindings2} ->
            case holds(Guard, Bindings2, Handlers) of
                true -> {Body, Bindings2};
                false -> chosen(Rest, Values, Bindings, Handlers)
            end;
        nomatch -> chosen(Rest, Values, Bindings, Handlers)
    end;
chosen([], _, _, _) -> nomatch.

holds([], _, _) -> true;
holds([Tests | _] = Guard, Bindings, Handlers) when is_list(Tests) ->
    lists:any(fun(All) -> all(All, Bindings, Handlers) end, Guard);
holds(Tests, Bindings, Handlers) -> all(Tests, Bindings, Handlers).

all(Tests, Bindings, Handlers) -> lists:all(fun(Test) -> passes(Test, Bindings, Handlers) end, Tests).

%% Whatever fails in a guard makes it false.
passes(Test, Bindings, #handlers{unbound = Unbound} = Handlers) ->
    try eval(tested(Test), Bindings, Handlers#handlers{local = none, other = none}, value) =:= true
    catch
        error:{Unbound, _} = Reason -> erlang:error(Reason);
        error:_ -> false
    end.

%% The type tests of old have other names as functions.
tested({call, A, {atom, B, Name}, [_] = Arguments} = Test) ->
    case erl_internal:old_type_test(Name, 1) of
        true -> {call, A, {atom, B, list_to_atom("is_" ++ atom_to_list(Name))}, Arguments};
        false -> Test
    end;
tested(Test) -> Test.

%% ---- Patterns: keys of maps and sizes of segments see the variables around, too ----

match(Pattern, Value, Bindings) -> match(Pattern, Value, Bindings, Bindings).

match({var, _, '_'}, _, Bindings, _) -> {match, Bindings};
match({var, _, Name}, Value, Bindings, _) ->
    case binding(Name, Bindings) of
        {value, Value} -> {match, Bindings};
        {value, _} -> nomatch;
        unbound -> {match, add_binding(Name, Value, Bindings)}
    end;
match({Tag, _, Value}, Term, Bindings, _) when Tag =:= atom; Tag =:= integer; Tag =:= float; Tag =:= char; Tag =:= string;
                                               Tag =:= value ->
    equal(Value =:= Term, Bindings);
match({nil, _}, Term, Bindings, _) -> equal(Term =:= [], Bindings);
match({cons, _, Head, Tail}, [H | T], Bindings, Outer) -> match_all([Head, Tail], [H, T], Bindings, Outer);
match({cons, _, _, _}, _, _, _) -> nomatch;
match({tuple, _, Elements}, Tuple, Bindings, Outer) when length(Elements) =:= tuple_size(Tuple) ->
    match_all(Elements, tuple_to_list(Tuple), Bindings, Outer);
match({tuple, _, _}, _, _, _) -> nomatch;
match({map, _, Fields}, Map, Bindings, Outer) when is_map(Map) -> match_fields(Fields, Map, Bindings, Outer);
match({map, _, _}, _, _, _) -> nomatch;
match({match, _, Left, Right}, Value, Bindings, Outer) -> match_all([Left, Right], [Value, Value], Bindings, Outer);
match({bin, _, Segments}, Bits, Bindings, Outer) when is_bitstring(Bits) ->
    case segments(Segments, Bits, Bindings, Outer) of
        {match, Bindings2, <<>>} -> {match, Bindings2};
        _ -> nomatch
    end;
match({bin, _, _}, _, _, _) -> nomatch;
match({op, _, '++', {nil, _}, Rest}, Value, Bindings, Outer) -> match(Rest, Value, Bindings, Outer);
match({op, A, '++', {cons, _, Head, Tail}, Rest}, Value, Bindings, Outer) ->
    match({cons, A, Head, {op, A, '++', Tail, Rest}}, Value, Bindings, Outer);
match({op, _, '++', {string, _, Prefix}, Rest}, Value, Bindings, Outer) ->
    case without_prefix(Prefix, Value) of
        {ok, Tail} -> match(Rest, Tail, Bindings, Outer);
        nomatch -> nomatch
    end;
match({op, _, _, _} = Constant, Value, Bindings, Outer) -> match_constant(Constant, Value, Bindings, Outer);
match({op, _, _, _, _} = Constant, Value, Bindings, Outer) -> match_constant(Constant, Value, Bindings, Outer);
match(Pattern, _, _, _) -> erlang:error({illegal_pattern, Pattern}).

equal(true, Bindings) -> {match, Bindings};
equal(false, _) -> nomatch.

match_constant(Constant, Value, Bindings, Outer) ->
    case partial_eval(Constant) of
        Constant -> erlang:error({illegal_pattern, Constant});
        Literal -> match(Literal, Value, Bindings, Outer)
    end.

without_prefix([C | Prefix], [C | Rest]) -> without_prefix(Prefix, Rest);
without_prefix([], Rest) -> {ok, Rest};
without_prefix(_, _) -> nomatch.

match_all([Pattern | Patterns], [Value | Values], Bindings, Outer) ->
    case match(Pattern, Value, Bindings, Outer) of
        {match, Bindings2} -> match_all(Patterns, Values, Bindings2, Outer);
        nomatch -> nomatch
    end;
match_all([], [], Bindings, _) -> {match, Bindings};
match_all(_, _, _, _) -> nomatch.

match_fields([{map_field_exact, _, Key, Pattern} | Rest], Map, Bindings, Outer) ->
    erl_lint:is_guard_expr(Key) orelse erlang:error(illegal_guard_expr),
    K = eval(Key, Outer, #handlers{}, value),
    case Map of
        #{K := Value} ->
            case match(Pattern, Value, Bindings, Outer) of
                {match, Bindings2} -> match_fields(Rest, Map, Bindings2, Outer);
                nomatch -> nomatch
            end;
        _ -> nomatch
    end;
match_fields([], _, Bindings, _) -> {match, Bindings}.

%% The variables of a pattern.
variables({var, _, '_'}) -> [];
variables({var, _, Name}) -> [Name];
variables({bin_element, _, Value, _, _}) -> variables(Value);
variables({map_field_exact, _, _, Value}) -> variables(Value);
variables({Tag, _, _}) when Tag =:= string; Tag =:= atom -> [];
variables(Node) when is_tuple(Node) -> variables(tuple_to_list(Node));
variables(Nodes) when is_list(Nodes) -> lists:append([variables(Node) || Node <- Nodes]);
variables(_) -> [].

%% ---- Bit syntax ----

construct(Segments, Bindings, Handlers) ->
    {Parts, Bindings2} = lists:mapfoldl(fun(Segment, Bound) ->
                                                {Part, After} = segment(Segment, Bindings, Handlers),
                                                {Part, merged(Bound, After)}
                                        end, Bindings, Segments),
    {list_to_bitstring(Parts), Bindings2}.

segment({bin_element, _, {string, _, String}, Size, Types}, Bindings, Handlers) ->
    {value, Bits, Bindings2} = size(Size, Bindings, Handlers),
    {list_to_bitstring([made(Char, Bits, specified(Types, integer)) || Char <- String]), Bindings2};
segment({bin_element, _, Expr, Size, Types}, Bindings, Handlers) ->
    {value, Value, Bindings2} = eval(Expr, Bindings, Handlers, bindings),
    {value, Bits, Bindings3} = size(Size, Bindings, Handlers),
    {made(Value, Bits, specified(Types, integer)), merged(Bindings2, Bindings3)}.

size(default, Bindings, _) -> {value, default, Bindings};
size({atom, _, all}, Bindings, _) -> {value, default, Bindings};
size(Size, Bindings, Handlers) ->
    {value, Value, _} = Sized = eval(Size, Bindings, Handlers, bindings),
    is_integer(Value) andalso Value >= 0 orelse erlang:error(badarg),
    Sized.

%% {Type, Unit, signed | unsigned, Endianness}
specified(default, Default) -> specified([], Default);
specified(Types, Default) ->
    Type = case [named(T) || T <- Types, lists:member(T, [integer, float, binary, bytes, bitstring, bits, utf8, utf16, utf32])] of
               [Given | _] -> Given;
               [] -> Default
           end,
    Unit = case lists:keyfind(unit, 1, [T || T <- Types, is_tuple(T)]) of
               {unit, Number} -> Number;
               false when Type =:= binary ->
                   case lists:member(bitstring, Types) orelse lists:member(bits, Types) of
                       true -> 1;
                       false -> 8
                   end;
               false -> 1
           end,
    {Type, Unit, either(signed, unsigned, Types), hd([T || T <- Types, lists:member(T, [big, little, native])] ++ [big])}.

named(Type) when Type =:= bytes; Type =:= bitstring; Type =:= bits -> binary;
named(Type) -> Type.

either(Option, Otherwise, Types) ->
    case lists:member(Option, Types) of
        true -> Option;
        false -> Otherwise
    end.

made(Value, default, {binary, Unit, _, _}) ->
    case is_bitstring(Value) andalso bit_size(Value) rem Unit =:= 0 of
        true -> Value;
        false -> erlang:error(badarg)
    end;
made(Value, Size, {binary, Unit, _, _}) ->
    Bits = Size * Unit,
    <<Value:Bits/bits>>;
made(Value, default, {integer, _, Sign, Endian}) -> made(Value, 8, {integer, 1, Sign, Endian});
made(Value, Size, {integer, Unit, _, Endian}) ->
    Bits = Size * Unit,
    case Endian of
        big -> <<Value:Bits>>;
        little -> <<Value:Bits/little>>;
        native -> <<Value:Bits/native>>
    end;
made(Value, default, {float, _, Sign, Endian}) -> made(Value, 64, {float, 1, Sign, Endian});
made(Value, Size, {float, Unit, _, Endian}) ->
    Bits = Size * Unit,
    case Endian of
        big -> <<Value:Bits/float>>;
        little -> <<Value:Bits/float-little>>;
        native -> <<Value:Bits/float-native>>
    end;
made(Value, _, {utf8, _, _, _}) -> <<Value/utf8>>;
made(Value, _, {utf16, _, _, little}) -> <<Value/utf16-little>>;
made(Value, _, {utf16, _, _, native}) -> <<Value/utf16-native>>;
made(Value, _, {utf16, _, _, _}) -> <<Value/utf16>>;
made(Value, _, {utf32, _, _, little}) -> <<Value/utf32-little>>;
made(Value, _, {utf32, _, _, native}) -> <<Value/utf32-native>>;
made(Value, _, {utf32, _, _, _}) -> <<Value/utf32>>.

%% {match, Bindings, Rest}; {other, Rest} where the bits are there and have other values; nomatch where they are not.
segments([{bin_element, A, {string, _, String}, Size, Types} | Rest], Bits, Bindings, Outer) ->
    segments([{bin_element, A, {integer, A, Char}, Size, Types} || Char <- String] ++ Rest, Bits, Bindings, Outer);
segments([{bin_element, _, Pattern, Size, Types} | Rest], Bits, Bindings, Outer) ->
    Specified = specified(Types, integer),
    Count = case Size of
                default -> default;
                {atom, _, all} -> default;
                _ ->
                    %% A size may be a variable bound further left.
                    Known = lists:foldl(fun({Name, Value}, Bound) -> add_binding(Name, Value, Bound) end, Outer,
                                        bindings(Bindings)),
                    try eval(Size, Known, #handlers{}, value)
                    catch error:{unbound, _} = Reason -> erlang:error(Reason);
                          error:_ -> -1
                    end
            end,
    case read(Bits, Count, Specified) of
        {Value, Left} ->
            case match(of_type(Pattern, Specified), Value, Bindings, Outer) of
                {match, Bindings2} -> segments(Rest, Left, Bindings2, Outer);
                nomatch ->
                    case segments(Rest, Left, Bindings, Outer) of
                        {match, _, Left2} -> {other, Left2};
                        Other -> Other
                    end
            end;
        nomatch -> nomatch
    end;
segments([], Bits, Bindings, _) -> {match, Bindings, Bits}.

%% An integer written where a float is read.
of_type({integer, A, Value}, {float, _, _, _}) -> {float, A, float(Value)};
of_type({op, _, _, _} = Constant, Specified) -> of_type_if_known(partial_eval(Constant), Constant, Specified);
of_type({op, _, _, _, _} = Constant, Specified) -> of_type_if_known(partial_eval(Constant), Constant, Specified);
of_type(Pattern, _) -> Pattern.

of_type_if_known(Constant, Constant, _) -> Constant;
of_type_if_known(Literal, _, Specified) -> of_type(Literal, Specified).

read(_, Count, _) when Count =/= default, not (is_integer(Count) andalso Count >= 0) -> nomatch;
read(Bits, default, {binary, Unit, _, _}) ->
    case bit_size(Bits) rem Unit of
        0 -> {Bits, <<>>};
        _ -> nomatch
    end;
read(Bits, Count, {binary, Unit, _, _}) ->
    Size = Count * Unit,
    case Bits of
        <<Value:Size/bits, Rest/bits>> -> {Value, Rest};
        _ -> nomatch
    end;
read(Bits, default, {integer, _, Sign, Endian}) -> read(Bits, 8, {integer, 1, Sign, Endian});
read(Bits, Count, {integer, Unit, Sign, Endian}) -> read_integer(Bits, Count * Unit, Sign, Endian);
read(Bits, default, {float, _, Sign, Endian}) -> read(Bits, 64, {float, 1, Sign, Endian});
read(Bits, Count, {float, Unit, _, Endian}) -> read_float(Bits, Count * Unit, Endian);
read(<<C/utf8, Rest/bits>>, _, {utf8, _, _, _}) -> {C, Rest};
read(<<C/utf16-little, Rest/bits>>, _, {utf16, _, _, little}) -> {C, Rest};
read(<<C/utf16-native, Rest/bits>>, _, {utf16, _, _, native}) -> {C, Rest};
read(<<C/utf16, Rest/bits>>, _, {utf16, _, _, big}) -> {C, Rest};
read(<<C/utf32-little, Rest/bits>>, _, {utf32, _, _, little}) -> {C, Rest};
read(<<C/utf32-native, Rest/bits>>, _, {utf32, _, _, native}) -> {C, Rest};
read(<<C/utf32, Rest/bits>>, _, {utf32, _, _, big}) -> {C, Rest};
read(_, _, _) -> nomatch.

read_integer(Bits, Size, Sign, Endian) ->
    case {Sign, Endian, Bits} of
        {unsigned, big, <<Value:Size, Rest/bits>>} -> {Value, Rest};
        {unsigned, little, <<Value:Size/little, Rest/bits>>} -> {Value, Rest};
        {unsigned, native, <<Value:Size/native, Rest/bits>>} -> {Value, Rest};
        {signed, big, <<Value:Size/signed, Rest/bits>>} -> {Value, Rest};
        {signed, little, <<Value:Size/signed-little, Rest/bits>>} -> {Value, Rest};
        {signed, native, <<Value:Size/signed-native, Rest/bits>>} -> {Value, Rest};
        _ -> nomatch
    end.

read_float(Bits, Size, Endian) ->
    case {Endian, Bits} of
        {big, <<Value:Size/float, Rest/bits>>} -> {Value, Rest};
        {little, <<Value:Size/float-little, Rest/bits>>} -> {Value, Rest};
        {native, <<Value:Size/float-native, Rest/bits>>} -> {Value, Rest};
        _ -> nomatch
    end.

%% ---- Constants ----

is_constant_expr(Expr) ->
    case partial_eval(Expr) of
        {Tag, _, _} -> Tag =:= atom orelse Tag =:= integer orelse Tag =:= float orelse Tag =:= char orelse Tag =:= string;
        {nil, _} -> true;
        _ -> false
    end.

%% Arithmetic of numbers written out becomes its result; everything else stays as it is.
partial_eval(Expr) ->
    try folded(Expr)
    catch _:_ -> Expr
    end.

folded({op, A, Op, Operand}) -> literal(A, erlang:Op(number(Operand)));
folded({op, A, Op, Left, Right}) when Op =/= '++' -> literal(A, erlang:Op(number(Left), number(Right)));
folded(Expr) -> Expr.

number(Expr) ->
    {Tag, _, Value} = folded(Expr),
    true = lists:member(Tag, [integer, char, float, atom]),
    Value.

literal(A, Value) when is_integer(Value) -> {integer, A, Value};
literal(A, Value) when is_float(Value) -> {float, A, Value};
literal(A, Value) when is_atom(Value) -> {atom, A, Value}.

%% Evaluates text, for those who want to see what comes out.
eval_str(Text) when is_binary(Text) -> eval_str(unicode:characters_to_list(Text));
eval_str(Text) ->
    case erl_scan:tokens([], Text, 0) of
        {more, _} -> {error, "Incomplete form (missing .<cr>)??"};
        {done, {ok, Tokens, _}, Rest} ->
            case lists:all(fun(C) -> C =< $\s end, Rest) of
                false -> {error, lists:flatten(io_lib:format("Non-white space found after end-of-form :~ts", [Rest]))};
                true ->
                    case erl_parse:parse_exprs(Tokens) of
                        {ok, Exprs} ->
                            try exprs(Exprs, new_bindings()) of
                                {value, Value, _} -> {ok, Value}
                            catch _:Reason -> {error, Reason}
                            end;
                        {error, {_, Module, Why}} ->
                            {error, lists:flatten(io_lib:format("~ts", [Module:format_error(Why)]))}
                    end
            end;
        {done, {error, {_, Module, Why}, _}, _} -> {error, lists:flatten(io_lib:format("~ts", [Module:format_error(Why)]))}
    end.

%% Whether a fun is interpreted is not to be seen from outside.
fun_data(_) -> false.
