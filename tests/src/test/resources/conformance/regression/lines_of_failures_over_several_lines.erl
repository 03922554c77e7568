-module(lines_of_failures_over_several_lines).
-export([main/0]).
-record(r, {a}).
-define(SECOND(A, B), begin _ = A, error(B) end).

main() ->
    where(fun() ->
                  id(1) +
                      1,
                  {(id(x)
                    andalso true)}
          end),
    where(fun() ->
                  {<<(id(1)),
                     (id(a))>>}
          end),
    where(fun() ->
                  {(id({x,
                        y}))#r.a}
          end),
    where(fun() -> {apply(id(no_fun),
                          [1])}
          end),
    where(fun() -> {?SECOND(1,
                            two)}
          end),
    where(fun() -> {(fun(X) ->
                             X +
                                 a
                     end)(id(1))}
          end),
    where(fun() -> {[Y || Y
                              <- id(no_list)]}
          end),
    where(fun() -> {id(1) bsl id(1 bsl 70)} end).

where(F) ->
    try F()
    catch
        error:Reason:Trace ->
            {Builtin, [{?MODULE, _, _, L} | _]} =
                lists:splitwith(fun(Frame) -> element(1, Frame) =:= erlang end, Trace),
            io:format("~p ~p ~p~n", [Reason, [{N, A} || {_, N, A, _} <- Builtin],
                                     lists:keyfind(line, 1, L)])
    end.

id(X) -> X.
%% expect: {badarg,x} [] {line,11}
%% expect: badarg [] {line,14}
%% expect: {badrecord,{x,y}} [] {line,18}
%% expect: {badfun,no_fun} [] {line,21}
%% expect: two [] {line,24}
%% expect: badarith [{'+',[1,a]}] {line,28}
%% expect: {bad_generator,no_list} [] {line,33}
%% expect: system_limit [{'bsl',[1,1180591620717411303424]}] {line,35}
