-module(error_with_information).
-export([main/0]).

%% What erlang:error/3 is given for explanations stands in the top entry of the trace.

main() ->
  show(fun() -> {explained(1)} end),
  show(fun() -> {without_arguments(1)} end),
  show(fun() -> {others(1)} end),
  show(fun() -> {not_a_map(1)} end),
  show(fun() -> Module = element(1, {{}}), Module:f(1, 2) end),
  show(fun() -> apply(lists, element(1, {{}}), [1]) end).

show(F) ->
  try F() catch
    error:Reason:Trace ->
      {M, N, A, Where} = hd(Trace),
      io:format("~p ~p~n", [Reason, {M, N, A, proplists:delete(file, Where)}])
  end.

explained(X) -> error({bad, X}, [X], [{error_info, #{cause => why}}]).

without_arguments(X) -> error({bad, X}, none, [{error_info, #{}}]).

others(X) -> error({bad, X}, [X], [{other, #{}}, error_info]).

not_a_map(X) -> error({bad, X}, [X], [{error_info, X}]).
%% expect: {bad,1} {error_with_information,explained,
%% expect:                                 [1],
%% expect:                                 [{line,21},{error_info,#{cause => why}}]}
%% expect: {bad,1} {error_with_information,without_arguments,1,
%% expect:                                 [{line,23},{error_info,#{}}]}
%% expect: {bad,1} {error_with_information,others,[1],[{line,25}]}
%% expect: {bad,1} {error_with_information,not_a_map,[1],[{line,27}]}
%% expect: badarg {erlang,apply,[{},f,[1,2]],[{error_info,#{module => erl_erts_errors}}]}
%% expect: badarg {erlang,apply,
%% expect:                [lists,{},[1]],
%% expect:                [{error_info,#{module => erl_erts_errors}}]}
