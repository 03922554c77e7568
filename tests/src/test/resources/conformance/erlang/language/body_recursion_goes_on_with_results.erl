-module(body_recursion_goes_on_with_results).
-compile([export_all, nowarn_export_all]).
main() ->
    Results = results(),
    [io:format("~p~n", [R]) || R <- Results],
    put(stop, going),
    io:format("~p~n", [hands_over([1, 2, 3])]),
    put(stop, stop),
    [io:format("~p~n", [trace(F)]) || F <- [
        fun() -> hands_over([1, 2, 3]) end,
        fun() -> handed([1, x, 2]) end,
        fun() -> handed([x, 2]) end]],
    %% The same wherever the stack happens to be when it begins.
    io:format("~p~n", [[N || N <- lists:seq(100, 3000, 100), below(N, fun results/0) =/= Results]]).
%% Leaves two frames for each level.
below(0, F) -> F();
below(N, F) -> [R] = further(N - 1, F), R.
further(N, F) -> [below(N, F)].
results() ->
    put(said, []),
    [
        [sum([]), sum([1]), sum(lists:seq(1, 1000))],
        [sum([1, 2.5, 1 bsl 70]), sum([0.5 || _ <- lists:seq(1, 50)])],
        erlang:phash2(factorial(200)),
        [largest([3, 1, 4, 1, 5]), largest([a])],
        partition(3, [1, 5, 2, 6, 3, 7]),
        fold(fun(X, A) -> [X | A] end, [], [1, 2, 3]),
        tree([5, 2, 8, 1, 9, 3]),
        [count(20000), alternating(4000)],
        power(3, 100),
        classes([1, -1, 0, 4, -4]),
        wide(1, 2, 3, 4, 5, 6),
        [words([a, b, c]), text(["ab", "cd"])],
        %% What stands before a call is evaluated before it, what stands behind it afterwards.
        order(3),
        get(said),
        [catch stops(N) || N <- [0, 3, 5]],
        %% In the middle of it messages come and exceptions are caught.
        [self() ! N || N <- [1, 2, 3]],
        before(3),
        [self() ! N || N <- [1, 2, 3]],
        behind(3),
        caught([1, a, 2]),
        handed([1, 2, 3]),
        %% Each call that waits is in the trace, from its own line, whichever way it goes.
        trace(fun() -> sum([1, 2, a]) end),
        trace(fun() -> sum([a, 2, 3]) end),
        trace(fun() -> sum([1, a, 3]) end),
        trace(fun() -> sum([1, 2 | three]) end),
        trace(fun() -> sum([a]) end),
        trace(fun() -> alternate([1, 2, 3, 4, x]) end),
        trace(fun() -> alternate([1, 1, 2, 2, 3, 4, x]) end),
        trace(fun() -> alternate([2, 2, 2, {x}]) end),
        trace(fun() -> alternate([1, {x}, 2, 2]) end),
        trace(fun() -> alternate([1, 1, 2, {x}, 1, 2, 2]) end),
        trace(fun() -> alternate([3, 1, {x}]) end),
        trace(fun() -> alternate([3, {x}, 1, 2, 3]) end),
        trace(fun() -> alternate(repeated() ++ [x]) end),
        trace(fun() -> alternate([{x} | repeated()]) end),
        trace(fun() -> alternate([1, {x} | repeated()]) end),
        trace(fun() -> sum([sum([1, 2]), 3, fun() -> sum([1, x]) end]) end),
        [stacks([1, 2, 3]), get(deepest), get(outermost)]
    ].
repeated() -> lists:append(lists:duplicate(9, [1, 2, 3])).
trace(Fun) ->
    try Fun() catch error:Reason:Trace ->
        Shown = [sum, alternate, hands_over, ends, handed, added],
        [Reason | [{F, L} || {?MODULE, F, _, [_, {line, L}]} <- Trace, lists:member(F, Shown)]]
    end.
sum([]) -> 0;
sum([H | T]) ->
    H
        + sum(T).
factorial(0) -> 1;
factorial(N) when N > 0 -> N * factorial(N - 1).
largest([X]) -> X;
largest([H | T]) -> max(H, largest(T)).
partition(_, []) -> {[], []};
partition(P, [H | T]) ->
    {Low, High} = partition(P, T),
    if H < P -> {[H | Low], High}; true -> {Low, [H | High]} end.
fold(F, A, [H | T]) -> F(H, fold(F, A, T));
fold(F, A, []) when is_function(F, 2) -> A.
tree([]) -> leaf;
tree([H | T]) -> insert(H, tree(T)).
insert(X, leaf) -> {leaf, X, leaf};
insert(X, {L, Y, R}) when X < Y -> {insert(X, L), Y, R};
insert(X, {L, Y, R}) -> {L, Y, insert(X, R)}.
count(0) -> 0;
count(N) -> 1 + count(N - 1).
alternating(0) -> [];
alternating(N) when N rem 2 =:= 0 -> element(1, {alternating(N - 1), N});
alternating(N) -> hd([alternating(N - 1)]).
power(_, 0) -> 1;
power(X, N) when N rem 2 =:= 1 -> X * power(X, N - 1);
power(X, N) ->
    Half = power(X, N div 2),
    Half * Half.
%% The clauses have in common what follows them.
classes([]) -> #{};
classes([H | T]) ->
    Classes = classes(T),
    Class = case H of
        0 -> zero;
        _ when H > 0 -> positive;
        _ -> negative
    end,
    case Classes of
        #{Class := L} -> Classes#{Class := [H | L]};
        _ -> Classes#{Class => [H]}
    end.
wide(0, A, B, C, D, E) -> {A, B, C, D, E};
wide(N, A, B, C, D, E) ->
    X = wide(N - 1, B, C, D, E, A),
    {X, A, B, C, D, E}.
words([]) -> <<>>;
words([H | T]) -> <<(atom_to_binary(H))/binary, (words(T))/binary>>.
text([]) -> "";
text([H | T]) -> H ++ "-" ++ text(T).
order(0) -> say(last, 0);
order(N) -> say(down, N) + order(N - 1) * say(up, N).
say(What, N) -> put(said, [{What, N} | get(said)]), N.
stops(5) -> throw(five);
stops(0) -> nothing;
stops(N) -> {N, stops(N + 1)}.
before(0) -> [];
before(N) -> {receive M -> M end, before(N - 1)}.
behind(0) -> [];
behind(N) ->
    Rest = behind(N - 1),
    receive M -> {M, Rest} end.
caught([]) -> [];
caught([H | T]) ->
    Rest = caught(T),
    try {H + 1, Rest} catch error:badarith -> {failed, Rest} end.
handed([]) -> 0;
handed([H | T]) ->
    Rest = handed(T),
    added(Rest, H).
added(Rest, H) -> Rest + H.
hands_over([_ | T]) ->
    1 +
        hands_over(T);
hands_over([]) ->
    ends(get(stop)).
ends(going) -> 0;
ends(stop) -> error(stop).
alternate([1 | T]) ->
    1 +
        alternate(T);
alternate([2 | T]) ->
    X = alternate(T),
    X + 2;
alternate([3 | T]) -> alternate(T);
alternate([{X} | T]) ->
    X + alternate(T);
alternate([]) -> 0.
stacks([_ | T]) ->
    N = stacks(T),
    put(outermost, stack()),
    N + 1;
stacks([]) ->
    put(deepest, stack()),
    0.
stack() ->
    {current_stacktrace, Stack} = process_info(self(), current_stacktrace),
    [{F, proplists:get_value(line, L)} || {?MODULE, F, _, L} <- Stack, F =:= stacks].
%% expect: [0,1,500500]
%% expect: [1.1805916207174113e21,25.0]
%% expect: 108548732
%% expect: [5,a]
%% expect: {[1,2],[5,6,3,7]}
%% expect: [1,2,3]
%% expect: {{leaf,1,{leaf,2,leaf}},3,{{{leaf,5,leaf},8,leaf},9,leaf}}
%% expect: [20000,[]]
%% expect: 515377520732011331036461129765621272702107522001
%% expect: #{negative => [-1,-4],positive => [1,4],zero => [0]}
%% expect: {{3,4,5,6,2},2,3,4,5,6}
%% expect: [<<"abc">>,"ab-cd-"]
%% expect: 15
%% expect: [{up,3},{up,2},{up,1},{last,0},{down,1},{down,2},{down,3}]
%% expect: [nothing,five,five]
%% expect: [1,2,3]
%% expect: {1,{2,{3,[]}}}
%% expect: [1,2,3]
%% expect: {3,{2,{1,[]}}}
%% expect: {2,{failed,{3,[]}}}
%% expect: 6
%% expect: [badarith,{sum,73},{sum,73}]
%% expect: [badarith,{sum,73}]
%% expect: [badarith,{sum,73},{sum,73}]
%% expect: [function_clause,{sum,70},{sum,73}]
%% expect: [badarith,{sum,73}]
%% expect: [function_clause,{alternate,148},{alternate,152},{alternate,150}]
%% expect: [function_clause,{alternate,148},{alternate,152},{alternate,150}]
%% expect: [badarith,{alternate,156},{alternate,152}]
%% expect: [badarith,{alternate,156},{alternate,150}]
%% expect: [badarith,{alternate,156},{alternate,152},{alternate,150}]
%% expect: [badarith,{alternate,156},{alternate,150}]
%% expect: [badarith,{alternate,156}]
%% expect: [function_clause,
%% expect:  {alternate,148},
%% expect:  {alternate,152},
%% expect:  {alternate,150},
%% expect:  {alternate,152},
%% expect:  {alternate,150},
%% expect:  {alternate,152},
%% expect:  {alternate,150},
%% expect:  {alternate,152}]
%% expect: [badarith,{alternate,156}]
%% expect: [badarith,{alternate,156},{alternate,150}]
%% expect: [badarith,{sum,73},{sum,73}]
%% expect: [3,[{stacks,163},{stacks,159}],[{stacks,160}]]
%% expect: 3
%% expect: [stop,{ends,147},{hands_over,143}]
%% expect: [badarith,{added,140},{handed,138}]
%% expect: [badarith,{added,140}]
%% expect: []
