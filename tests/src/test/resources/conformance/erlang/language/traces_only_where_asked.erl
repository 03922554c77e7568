%% Who catches an exception without a look at its trace does not keep it from those who do look.
-module(traces_only_where_asked).
-export([main/0]).

main() ->
    io:format("~p~n", [quiet()]),
    io:format("~p~n", [other_reason()]),
    io:format("~p~n", [other_class()]),
    io:format("~p~n", [guarded(3)]),
    io:format("~p~n", [guarded(30)]),
    io:format("~p~n", [bound(a)]),
    io:format("~p~n", [twice()]),
    io:format("~p~n", [inner_looks()]),
    io:format("~p~n", [inner_catch()]),
    io:format("~p~n", [inner_passes_on()]),
    io:format("~p~n", [after_it()]),
    io:format("~p~n", [exits()]),
    io:format("~p~n", [builtin()]),
    io:format("~p~n", [within_after()]),
    io:format("~p~n", [crash()]).

functions(Stack) -> [F || {M, F, _, _} <- Stack, M =:= ?MODULE].

fail(Reason) -> case get(never) of undefined -> error(Reason); Value -> Value end.

exit_with(Reason) -> case get(never) of undefined -> exit(Reason); Value -> Value end.

quiet() -> try {fail({found, 1})} catch error:{found, X} -> X end.

other_reason() ->
    try
        try {fail({lost, 1})} catch error:{found, X} -> X end
    catch error:{lost, 1}:Stack -> functions(Stack)
    end.

other_class() ->
    try
        try {exit_with(found)} catch error:found -> no end
    catch exit:found:Stack -> functions(Stack)
    end.

guarded(N) ->
    try
        try {fail({number, N})} catch error:{number, X} when X < 10 -> small end
    catch error:{number, N}:Stack -> functions(Stack)
    end.

bound(A) ->
    try
        try {fail({is, b})} catch error:{is, A} -> A end
    catch error:{is, _}:Stack -> functions(Stack)
    end.

twice() ->
    try
        try {fail({1, 2})} catch error:{X, X} -> X end
    catch error:{_, _}:Stack -> functions(Stack)
    end.

inner_looks() ->
    try
        try {fail(known)} catch error:known:Stack -> functions(Stack) end
    catch error:known -> not_here
    end.

inner_catch() ->
    try
        case catch {fail(known)} of {'EXIT', {known, Stack}} -> functions(Stack) end
    catch error:known -> not_here
    end.

inner_passes_on() ->
    try
        try {fail(known)} catch throw:known:_ -> not_here after put(passed, true) end
    catch error:known -> get(passed)
    end.

after_it() ->
    caught = try {fail(known)} catch error:known -> caught end,
    try {fail(known)} catch error:known:Stack -> functions(Stack) end.

exits() -> try {exit_with({stop, 1})} catch exit:{stop, N} -> N; error:_ -> error end.

builtin() ->
    {try {atom_to_list(get(never_set_either), 1)} catch error:undef -> undefined end,
     try {list_to_atom(get(nothing))} catch error:badarg -> badarg end,
     try {1 + get(nothing)} catch error:badarith -> badarith end,
     try {hd(get(nothing))} catch error:function_clause -> clause; _:badarg -> any_class end}.

atom_to_list(A, B) -> erlang:apply(no_such_module, no_such_function, [A, B]).

within_after() ->
    try
        try {fail(known)} catch error:known -> caught
        after
            put(trace, try {fail(inside)} catch error:inside:Stack -> functions(Stack) end)
        end
    catch error:known -> not_here
    end,
    get(trace).

%% What nobody catches is reported with its trace.
crash() ->
    {Pid, Ref} = spawn_monitor(fun() ->
        try {fail(unknown)} catch error:known -> not_here end
    end),
    receive {'DOWN', Ref, process, Pid, {unknown, Stack}} -> lists:sublist(functions(Stack), 1) end.
%% expect: 1
%% expect: [fail,other_reason,main]
%% expect: [exit_with,other_class,main]
%% expect: small
%% expect: [fail,guarded,main]
%% expect: [fail,bound,main]
%% expect: [fail,twice,main]
%% expect: [fail,inner_looks,main]
%% expect: [fail,inner_catch,main]
%% expect: true
%% expect: [fail,after_it,main]
%% expect: 1
%% expect: {undefined,badarg,badarith,any_class}
%% expect: [fail,within_after,main]
%% expect: [fail]
