%% Double-ended queues: OTP's stdlib manual, module queue. As in OTP a queue is {Rear, Front}: the rear list is reversed,
%% and unless the queue has fewer than two elements neither list is empty, so that both ends are at hand.
-module(queue).
-compile({no_auto_import, [get/1]}).

-export([all/2, any/2, cons/2, daeh/1, delete/2, delete_r/2, delete_with/2, delete_with_r/2, drop/1,
         drop_r/1, filter/2, filtermap/2, fold/3, from_list/1, get/1, get_r/1, head/1, in/2, in_r/2,
         init/1, is_empty/1, is_queue/1, join/2, lait/1, last/1, len/1, liat/1, member/2, new/0, out/1,
         out_r/1, peek/1, peek_r/1, reverse/1, snoc/2, split/2, tail/1, to_list/1]).

new() -> {[], []}.

is_queue({Rear, Front}) when is_list(Rear), is_list(Front) -> true;
is_queue(_) -> false.

is_empty({[], []}) -> true;
is_empty({Rear, Front}) when is_list(Rear), is_list(Front) -> false;
is_empty(Q) -> erlang:error(badarg, [Q]).

len({Rear, Front}) when is_list(Rear), is_list(Front) -> length(Rear) + length(Front);
len(Q) -> erlang:error(badarg, [Q]).

to_list({Rear, Front}) when is_list(Rear), is_list(Front) -> Front ++ lists:reverse(Rear);
to_list(Q) -> erlang:error(badarg, [Q]).

from_list(List) when is_list(List) -> from_front(List);
from_list(List) -> erlang:error(badarg, [List]).

%% Splits a front list so that the last half becomes the rear.
from_front([]) -> {[], []};
from_front([X]) -> {[X], []};
from_front([X, Y]) -> {[Y], [X]};
from_front(List) ->
    {Front, Rear} = lists:split(length(List) div 2, List),
    {lists:reverse(Rear), Front}.

from_rear([]) -> {[], []};
from_rear([X]) -> {[], [X]};
from_rear([Y, X]) -> {[Y], [X]};
from_rear(List) ->
    {Rear, Front} = lists:split(length(List) div 2, List),
    {Rear, lists:reverse(Front)}.

in(X, {[_] = Rear, []}) -> {[X], Rear};
in(X, {Rear, Front}) when is_list(Rear), is_list(Front) -> {[X | Rear], Front};
in(X, Q) -> erlang:error(badarg, [X, Q]).

in_r(X, {[], [_] = Front}) -> {Front, [X]};
in_r(X, {Rear, Front}) when is_list(Rear), is_list(Front) -> {Rear, [X | Front]};
in_r(X, Q) -> erlang:error(badarg, [X, Q]).

out({[], []} = Q) -> {empty, Q};
out({[X], []}) -> {{value, X}, {[], []}};
out({[Y | Rear], []}) ->
    [X | Front] = lists:reverse(Rear, []),
    {{value, X}, {[Y], Front}};
out({Rear, [X]}) when is_list(Rear) -> {{value, X}, from_rear(Rear)};
out({Rear, [X | Front]}) when is_list(Rear) -> {{value, X}, {Rear, Front}};
out(Q) -> erlang:error(badarg, [Q]).

out_r({[], []} = Q) -> {empty, Q};
out_r({[], [X]}) -> {{value, X}, {[], []}};
out_r({[], [Y | Front]}) ->
    [X | Rear] = lists:reverse(Front, []),
    {{value, X}, {Rear, [Y]}};
out_r({[X], Front}) when is_list(Front) -> {{value, X}, from_front(Front)};
out_r({[X | Rear], Front}) when is_list(Front) -> {{value, X}, {Rear, Front}};
out_r(Q) -> erlang:error(badarg, [Q]).

peek({[], []}) -> empty;
peek({Rear, [X | _]}) when is_list(Rear) -> {value, X};
peek({[_ | _] = Rear, []}) -> {value, lists:last(Rear)};
peek(Q) -> erlang:error(badarg, [Q]).

peek_r({[], []}) -> empty;
peek_r({[X | _], Front}) when is_list(Front) -> {value, X};
peek_r({[], [_ | _] = Front}) -> {value, lists:last(Front)};
peek_r(Q) -> erlang:error(badarg, [Q]).

get(Q) ->
    case peek(Q) of
        {value, X} -> X;
        empty -> erlang:error(empty, [Q])
    end.

get_r(Q) ->
    case peek_r(Q) of
        {value, X} -> X;
        empty -> erlang:error(empty, [Q])
    end.

drop(Q) ->
    case out(Q) of
        {{value, _}, Rest} -> Rest;
        {empty, _} -> erlang:error(empty, [Q])
    end.

drop_r(Q) ->
    case out_r(Q) of
        {{value, _}, Rest} -> Rest;
        {empty, _} -> erlang:error(empty, [Q])
    end.

reverse({Rear, Front}) when is_list(Rear), is_list(Front) -> {Front, Rear};
reverse(Q) -> erlang:error(badarg, [Q]).

join({R1, F1}, {R2, F2}) when is_list(R1), is_list(F1), is_list(R2), is_list(F2) ->
    case {R1, F1} of
        {[], []} -> {R2, F2};
        _ when R2 =:= [], F2 =:= [] -> {R1, F1};
        _ -> {R2, F1 ++ lists:reverse(R1, F2)}
    end;
join(Q1, Q2) -> erlang:error(badarg, [Q1, Q2]).

split(N, {Rear, Front} = Q) when is_integer(N), N >= 0, is_list(Rear), is_list(Front) ->
    List = to_list(Q),
    case N =< length(List) of
        true ->
            {First, Second} = lists:split(N, List),
            {from_front(First), from_front(Second)};
        false -> erlang:error(badarg, [N, Q])
    end;
split(N, Q) -> erlang:error(badarg, [N, Q]).

member(X, {Rear, Front}) when is_list(Rear), is_list(Front) ->
    lists:member(X, Front) orelse lists:member(X, Rear);
member(X, Q) -> erlang:error(badarg, [X, Q]).

fold(F, Acc, {Rear, Front}) when is_function(F, 2), is_list(Rear), is_list(Front) ->
    lists:foldr(F, lists:foldl(F, Acc, Front), Rear);
fold(F, Acc, Q) -> erlang:error(badarg, [F, Acc, Q]).

any(Pred, {Rear, Front}) when is_function(Pred, 1), is_list(Rear), is_list(Front) ->
    lists:any(Pred, Front) orelse lists:any(Pred, Rear);
any(Pred, Q) -> erlang:error(badarg, [Pred, Q]).

all(Pred, {Rear, Front}) when is_function(Pred, 1), is_list(Rear), is_list(Front) ->
    lists:all(Pred, Front) andalso lists:all(Pred, Rear);
all(Pred, Q) -> erlang:error(badarg, [Pred, Q]).

%% F gives true, false or a list to put in place of the element.
filter(F, {Rear, Front} = Q) when is_function(F, 1), is_list(Rear), is_list(Front) ->
    from_front(lists:flatmap(fun(X) ->
                                     case F(X) of
                                         true -> [X];
                                         false -> [];
                                         List when is_list(List) -> List
                                     end
                             end, to_list(Q)));
filter(F, Q) -> erlang:error(badarg, [F, Q]).

filtermap(F, {Rear, Front} = Q) when is_function(F, 1), is_list(Rear), is_list(Front) ->
    from_front(lists:filtermap(F, to_list(Q)));
filtermap(F, Q) -> erlang:error(badarg, [F, Q]).

delete(X, Q) -> delete_with(fun(Y) -> Y =:= X end, Q).
delete_r(X, Q) -> delete_with_r(fun(Y) -> Y =:= X end, Q).

delete_with(Pred, Q) when is_function(Pred, 1) -> from_front(delete_first(Pred, to_list(Q))).

delete_with_r(Pred, Q) when is_function(Pred, 1) ->
    from_rear(delete_first(Pred, lists:reverse(to_list(Q)))).

delete_first(Pred, [X | Rest]) ->
    case Pred(X) of
        true -> Rest;
        false -> [X | delete_first(Pred, Rest)]
    end;
delete_first(_, []) -> [].

%% ---- Okasaki's names ----

cons(X, Q) -> in_r(X, Q).
head(Q) -> get(Q).
tail(Q) -> drop(Q).
snoc(Q, X) -> in(X, Q).
last(Q) -> get_r(Q).
daeh(Q) -> get_r(Q).
init(Q) -> drop_r(Q).
lait(Q) -> drop_r(Q).
liat(Q) -> drop_r(Q).
