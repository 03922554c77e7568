%% Filters for log events that are often wanted. OTP's kernel manual, module logger_filters.
-module(logger_filters).

-export([domain/2, level/2, progress/2, remote_gl/2]).

-define(IS_ACTION(Action), (Action =:= log orelse Action =:= stop)).

%% By the event's domain, a list of atoms, general to special.
domain(#{meta := Meta} = Event, {Action, Compare, Domain}) when ?IS_ACTION(Action), is_list(Domain) ->
    Of = maps:get(domain, Meta, undefined),
    case
        case Compare of
            super -> is_list(Of) andalso lists:prefix(Of, Domain);
            sub -> is_list(Of) andalso lists:prefix(Domain, Of);
            equal -> Of =:= Domain;
            not_equal -> Of =/= Domain;
            undefined -> Of =:= undefined;
            _ -> bad
        end
    of
        true -> matched(Action, Event);
        false -> ignore;
        bad -> erlang:error(badarg, [Event, {Action, Compare, Domain}])
    end;
domain(Event, Extra) -> erlang:error(badarg, [Event, Extra]).

level(#{level := Level} = Event, {Action, Operator, Other} = Extra) when ?IS_ACTION(Action) ->
    Known = lists:member(Operator, [neq, eq, lt, gt, lteq, gteq])
        andalso lists:member(Other, [emergency, alert, critical, error, warning, notice, info, debug]),
    case Known of
        true ->
            case holds(Operator, logger:compare_levels(Level, Other)) of
                true -> matched(Action, Event);
                false -> ignore
            end;
        false -> erlang:error(badarg, [Event, Extra])
    end;
level(Event, Extra) -> erlang:error(badarg, [Event, Extra]).

holds(neq, Order) -> Order =/= eq;
holds(eq, Order) -> Order =:= eq;
holds(lt, Order) -> Order =:= lt;
holds(gt, Order) -> Order =:= gt;
holds(lteq, Order) -> Order =/= gt;
holds(gteq, Order) -> Order =/= lt.

%% Reports of how a supervisor or application gets on.
progress(#{msg := {report, #{label := {_, progress}}}} = Event, Action) when ?IS_ACTION(Action) -> matched(Action, Event);
progress(_, Action) when ?IS_ACTION(Action) -> ignore;
progress(Event, Action) -> erlang:error(badarg, [Event, Action]).

%% Events of processes whose group leader is on another node.
remote_gl(#{meta := #{gl := Leader}} = Event, Action) when ?IS_ACTION(Action), node(Leader) =/= node() ->
    matched(Action, Event);
remote_gl(_, Action) when ?IS_ACTION(Action) -> ignore;
remote_gl(Event, Action) -> erlang:error(badarg, [Event, Action]).

matched(log, Event) -> Event;
matched(stop, _) -> stop.
