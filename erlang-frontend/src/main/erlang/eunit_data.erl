%% What descriptions of tests mean (EUnit's user's guide, "EUnit test representation"): tests and groups, found one after
%% the other, so that a generator is not called before its turn.
-module(eunit_data).

-export([next/2, enter_context/3]).

-include("eunit_internal.hrl").

-define(TICKS_PER_SECOND, 1000).

%% The first item of a description, and the description of the rest; none when there is no item. Throws what is wrong:
%% {bad_test, Term}, {generator_failed, {MFA, Exception}} and the like.
next(Tests, Options) -> next_of([Tests], Options).

next_of([], _) -> none;
next_of([[] | Rest], Options) -> next_of(Rest, Options);
next_of([[First | More] = List | Rest], Options) ->
    case is_string(List) of
        true -> item(parse(List, Options), Rest, Options);
        false -> next_of([First, More | Rest], Options)
    end;
next_of([Test | Rest], Options) -> item(parse(Test, Options), Rest, Options).

item({more, Tests}, Rest, Options) -> next_of([Tests | Rest], Options);
item(Item, Rest, _) -> {Item, Rest}.

is_string([]) -> true;
is_string([C | Cs]) when is_integer(C), C >= 0, C =< 16#10ffff -> is_string(Cs);
is_string(_) -> false.

%% A #test{}, a #group{}, or {more, Description}.
parse({foreach, Setup, Tests}, Options) when is_function(Setup), is_list(Tests) ->
    parse({foreach, spawn, Setup, fun ok/1, Tests}, Options);
parse({foreach, Setup, Cleanup, Tests}, Options)
  when is_function(Setup), is_function(Cleanup), is_list(Tests) ->
    parse({foreach, spawn, Setup, Cleanup, Tests}, Options);
parse({foreach, Process, Setup, Tests}, Options) when is_function(Setup), is_list(Tests) ->
    parse({foreach, Process, Setup, fun ok/1, Tests}, Options);
parse({foreach, Process, Setup, Cleanup, Tests}, _)
  when is_function(Setup, 0), is_function(Cleanup, 1), is_list(Tests) ->
    {more, [{setup, Process, Setup, Cleanup, Test} || Test <- Tests]};
parse({foreachx, Setup, Pairs}, Options) when is_function(Setup), is_list(Pairs) ->
    parse({foreachx, spawn, Setup, fun ok/2, Pairs}, Options);
parse({foreachx, Setup, Cleanup, Pairs}, Options)
  when is_function(Setup), is_function(Cleanup), is_list(Pairs) ->
    parse({foreachx, spawn, Setup, Cleanup, Pairs}, Options);
parse({foreachx, Process, Setup, Pairs}, Options) when is_function(Setup), is_list(Pairs) ->
    parse({foreachx, Process, Setup, fun ok/2, Pairs}, Options);
parse({foreachx, Process, Setup, Cleanup, Pairs} = Term, _)
  when is_function(Setup, 1), is_function(Cleanup, 2), is_list(Pairs) ->
    {more, [with_key(Process, Setup, Cleanup, Pair, Term) || Pair <- Pairs]};
parse({generator, F}, Options) when is_function(F, 0) ->
    parse({generator, F, erlang:fun_info_mfa(F)}, Options);
parse({generator, M, F}, Options) when is_atom(M), is_atom(F) ->
    parse({generator, eunit_proc:of_module(M, F), {M, F, 0}}, Options);
parse({generator, F, MFA}, _) when is_function(F, 0) ->
    case eunit_proc:call(F) of
        {ok, Tests} ->
            is_no_test(Tests) andalso throw({bad_generator, {MFA, Tests}}),
            {more, Tests};
        {error, Exception} ->
            throw({generator_failed, {MFA, Exception}})
    end;
parse({inorder, Tests}, Options) ->
    group(#group{tests = Tests, order = inorder}, Options);
parse({inparallel, Tests}, Options) ->
    parse({inparallel, 0, Tests}, Options);
parse({inparallel, N, Tests}, Options) when is_integer(N), N >= 0 ->
    group(#group{tests = Tests, order = {inparallel, N}}, Options);
parse({timeout, Seconds, Tests}, Options) when is_number(Seconds), Seconds >= 0 ->
    group(#group{tests = Tests, timeout = round(Seconds * ?TICKS_PER_SECOND)}, Options);
parse({spawn, Tests}, Options) ->
    group(#group{tests = Tests, spawn = local}, Options);
parse({setup, Setup, Tests}, Options) when is_function(Setup); is_list(Setup) ->
    parse({setup, spawn, Setup, Tests}, Options);
parse({setup, Setup, Cleanup, Tests}, Options) when is_function(Setup), is_function(Cleanup) ->
    parse({setup, spawn, Setup, Cleanup, Tests}, Options);
parse({setup, Process, Setup, Tests}, Options) when is_function(Setup) ->
    parse({setup, Process, Setup, fun ok/1, Tests}, Options);
parse({setup, Process, Setups, Tests} = Term, Options) when is_list(Setups) ->
    {Setup, Cleanup} = setups(Setups, Term),
    parse({setup, Process, Setup, Cleanup, Tests}, Options);
parse({setup, Process, Setup, Cleanup, Tests} = Term, _)
  when is_function(Setup, 0), is_function(Cleanup, 1) ->
    Process =:= local orelse Process =:= spawn orelse bad_test(Term),
    #group{tests = instantiator(Tests, Term),
           context = #context{setup = Setup, cleanup = Cleanup, process = Process}};
parse({module, M}, Options) when is_atom(M) ->
    {more, {"module '" ++ atom_to_list(M) ++ "'", of_module(M, Options)}};
parse({application, A, Info} = Term, _) when is_atom(A) ->
    case proplists:get_value(modules, Info) of
        Modules when is_list(Modules) ->
            lists:all(fun is_atom/1, Modules) orelse bad_test(Term),
            {more, {"application '" ++ atom_to_list(A) ++ "'", Modules}};
        _ -> bad_test(Term)
    end;
parse({with, X, Funs}, _) when is_list(Funs) ->
    {more, [{erlang:fun_info_mfa(F), fun() -> F(X) end} || F <- Funs, takes_one(F)]};
parse({Desc, Tests} = Term, Options) when is_list(Desc) ->
    is_string(Desc) orelse bad_test(Term),
    group(#group{tests = Tests, desc = unicode:characters_to_binary(Desc)}, Options);
parse({Desc, Tests}, Options) when is_binary(Desc) ->
    group(#group{tests = Tests, desc = Desc}, Options);
parse(Term, Options)
  when tuple_size(Term) > 2, (is_list(element(1, Term)) orelse is_binary(element(1, Term))) ->
    parse({element(1, Term), list_to_tuple(tl(tuple_to_list(Term)))}, Options);
parse(M, Options) when is_atom(M) -> parse({module, M}, Options);
parse(Term, _) -> test(Term).

test({Line, Test}) when is_integer(Line), Line >= 0 -> (test(Test))#test{line = Line};
test({{M, F, A} = Source, Test}) when is_atom(M), is_atom(F), is_integer(A) ->
    (test(Test))#test{source = Source};
test({test, M, F}) when is_atom(M), is_atom(F) ->
    #test{run = eunit_proc:of_module(M, F), source = {M, F, 0}};
test({M, F}) when is_atom(M), is_atom(F) -> test({test, M, F});
test(F) when is_function(F, 0) -> #test{run = F, source = erlang:fun_info_mfa(F)};
test(Term) -> bad_test(Term).

-spec bad_test(term()) -> no_return().
bad_test(Term) -> throw({bad_test, Term}).

ok(_) -> ok.
ok(_, _) -> ok.

takes_one(F) -> is_function(F, 1) orelse bad_test(F).

with_key(Process, Setup, Cleanup, {Key, Tests}, _) when is_function(Tests, 2) ->
    {setup, Process, fun() -> Setup(Key) end, fun(Value) -> Cleanup(Key, Value) end,
     fun(Value) -> Tests(Key, Value) end};
with_key(_, _, _, _, Term) -> bad_test(Term).

instantiator(F, _) when is_function(F, 1) -> F;
instantiator(F, Term) when is_function(F), not is_function(F, 0) -> bad_test(Term);
instantiator({with, Funs}, _) when is_list(Funs) -> fun(Value) -> {with, Value, Funs} end;
instantiator(Tests, _) -> fun(_) -> Tests end.

%% Several setups, each with a cleanup or none: the value is the list of theirs. When one fails, those before it are
%% cleaned up.
setups(List, Term) ->
    Steps = [step(Each, Term) || Each <- List],
    {fun() -> set_up(Steps, []) end,
     fun(Values) -> clean_up(lists:reverse(lists:zip(Steps, Values))) end}.

step({Tag, Setup, Cleanup}, _)
  when is_atom(Tag), is_function(Setup, 0), is_function(Cleanup, 1) -> {Tag, Setup, Cleanup};
step({Tag, Setup}, _) when is_atom(Tag), is_function(Setup, 0) -> {Tag, Setup, fun ok/1};
step(_, Term) -> bad_test(Term).

set_up([], Done) -> lists:reverse([Value || {_, Value} <- Done]);
set_up([{Tag, Setup, _} = Step | Steps], Done) ->
    try Setup() of
        Value -> set_up(Steps, [{Step, Value} | Done])
    catch
        Class:Reason:Trace ->
            clean_up(Done),
            throw({Tag, {Class, Reason, Trace}})
    end.

clean_up([]) -> ok;
clean_up([{{Tag, _, Cleanup}, Value} | Rest]) ->
    try Cleanup(Value)
    catch Class:Reason:Trace -> throw({Tag, {Class, Reason, Trace}})
    end,
    clean_up(Rest).

%% Calls back with the tests of a context while it is set up. Throws {context_error, Why, Exception}.
enter_context(#context{setup = Setup, cleanup = Cleanup, process = Process}, Instantiate, Back) ->
    Value = guarded(setup_failed, fun() -> Setup() end),
    try
        Tests = guarded(instantiation_failed, fun() -> Instantiate(Value) end),
        is_no_test(Tests) andalso
            context_error({bad_instantiator, {erlang:fun_info_mfa(Instantiate), Tests}},
                          {error, badarg, []}),
        Back(case Process of
                 spawn -> {spawn, Tests};
                 local -> Tests
             end)
    after
        guarded(cleanup_failed, fun() -> Cleanup(Value) end)
    end.

guarded(Why, F) ->
    case eunit_proc:call(F) of
        {ok, Value} -> Value;
        {error, Exception} -> context_error(Why, Exception)
    end.

context_error(Why, Exception) -> throw({context_error, Why, Exception}).

%% Values that functions often have and that are no tests: whoever writes them forgot a list of tests.
is_no_test(ok) -> true;
is_no_test(error) -> true;
is_no_test(true) -> true;
is_no_test(false) -> true;
is_no_test(undefined) -> true;
is_no_test({ok, _}) -> true;
is_no_test({error, _}) -> true;
is_no_test({'EXIT', _}) -> true;
is_no_test([N | _]) when is_number(N) -> true;
is_no_test(Term) ->
    is_number(Term) orelse is_binary(Term) orelse is_pid(Term) orelse is_reference(Term).

%% A group of one takes its item's place where their properties do not conflict: the limit and description of a test
%% become the test's own.
group(#group{tests = Tests} = Group, Options) ->
    case next(Tests, Options) of
        none -> Group;
        {Only, Rest} ->
            case next(Rest, Options) of
                none -> joined(Group, Only, Options);
                _ -> Group
            end
    end.

joined(#group{spawn = undefined, context = undefined, desc = D, timeout = T} = Group,
       #test{desc = D1, timeout = T1} = Test, _) ->
    case compatible(D, D1) andalso compatible(T, T1) of
        true -> Test#test{desc = either(D, D1), timeout = either(T, T1)};
        false -> Group
    end;
joined(#group{timeout = T, context = undefined} = Group, #test{timeout = undefined}, _)
  when T =/= undefined ->
    push_timeout(Group);
joined(#group{} = Outer, #group{} = Inner, Options) ->
    Pairs = [{Outer#group.desc, Inner#group.desc}, {Outer#group.order, Inner#group.order},
             {Outer#group.context, Inner#group.context}, {Outer#group.spawn, Inner#group.spawn},
             {Outer#group.timeout, Inner#group.timeout}],
    case lists:all(fun({A, B}) -> compatible(A, B) end, Pairs) of
        true ->
            [Desc, Order, Context, Spawn, Timeout] = [either(A, B) || {A, B} <- Pairs],
            Joined = Inner#group{desc = Desc, order = Order, context = Context, spawn = Spawn,
                                 timeout = Timeout},
            case Context of
                undefined -> group(Joined, Options);
                _ -> Joined
            end;
        false -> push(Outer, Inner)
    end;
joined(Group, _, _) -> Group.

compatible(A, B) -> A =:= undefined orelse B =:= undefined.

either(undefined, B) -> B;
either(A, _) -> A.

%% What the outer group cannot keep to itself it says inside.
push(#group{context = undefined, timeout = T} = Outer, #group{timeout = undefined} = Inner)
  when T =/= undefined ->
    push_order(push_timeout(Outer), Inner);
push(Outer, Inner) -> push_order(Outer, Inner).

push_timeout(#group{timeout = T, tests = Tests} = Group) ->
    Group#group{tests = {timeout, T / ?TICKS_PER_SECOND, Tests}, timeout = undefined}.

push_order(#group{context = undefined, order = inorder, tests = Tests} = Outer,
           #group{order = undefined}) ->
    Outer#group{tests = {inorder, Tests}, order = undefined};
push_order(#group{context = undefined, order = {inparallel, N}, tests = Tests} = Outer,
           #group{order = undefined}) ->
    Outer#group{tests = {inparallel, N, Tests}, order = undefined};
push_order(Outer, _) -> Outer.

%% The tests of a module by the names of its functions, and those of the module of the same name with _tests.
of_module(M, Options) ->
    case exports(M) of
        none -> throw({module_not_found, M});
        Exports ->
            Tests = [T || {F, 0} <- Exports, T <- by_name(M, F)] ++ beside(M, Options),
            case lists:member({eunit_wrapper_, 1}, Exports) of
                true -> {generator, fun() -> M:eunit_wrapper_(Tests) end};
                false -> Tests
            end
    end.

exports(M) ->
    try M:module_info(exports)
    catch error:undef -> none
    end.

by_name(M, F) ->
    Name = atom_to_list(F),
    case {lists:suffix("_test", Name), lists:suffix("_test_", Name)} of
        {true, _} -> [{test, M, F}];
        {_, true} -> [{generator, M, F}];
        _ -> []
    end.

beside(M, Options) ->
    Name = atom_to_list(M),
    case lists:suffix("_tests", Name) orelse proplists:get_bool(exact_execution, Options) of
        true -> [];
        false ->
            Beside = list_to_atom(Name ++ "_tests"),
            case exports(Beside) of
                none -> [];
                _ -> [{"module '" ++ Name ++ "_tests'", of_module(Beside, Options)}]
            end
    end.
