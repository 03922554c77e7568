%% Exceptions in the words of the shell: OTP's stdlib manual, module erl_error. The words are those the command line has for exceptions
%% that nobody catches; a format function that is given is not asked.
-module(erl_error).

-export([format_exception/3, format_exception/4, format_exception/6, format_exception/7]).

-export_type([format_options/0, format_fun/0, stack_trim_fun/0]).

-type stack_trim_fun() :: fun((module(), atom(), arity()) -> boolean()).
-type format_fun() :: fun((term(), pos_integer()) -> iolist()).
-type format_options() :: #{column => pos_integer(), stack_trim_fun => stack_trim_fun(), format_fun => format_fun()}.

format_exception(Class, Reason, Trace) -> format_exception(Class, Reason, Trace, #{}).

format_exception(Class, Reason, Trace, Options) when is_map(Options), Class =:= error orelse Class =:= exit orelse Class =:= throw ->
    Trim = maps:get(stack_trim_fun, Options, fun(_, _, _) -> false end),
    text(maps:get(column, Options, 1), Class, Reason, Trace, Trim).

format_exception(Column, Class, Reason, Trace, Trim, _) -> text(Column, Class, Reason, Trace, Trim).

format_exception(Column, Class, Reason, Trace, Trim, Format, _) ->
    format_exception(Column, Class, Reason, Trace, Trim, Format).

%% The frames at the trace's end that Trim says are of no interest are left out.
text(Column, Class, Reason, Trace, Trim) ->
    Kept = lists:dropwhile(fun({M, F, Arguments, _}) -> Trim(M, F, arity(Arguments));
                              (_) -> false
                           end, lists:reverse(Trace)),
    moonbeam_syntax:exception_text(Class, Reason, lists:reverse(Kept), Column).

arity(Arguments) when is_list(Arguments) -> count(Arguments, 0);
arity(Arity) -> Arity.

count([_ | Arguments], Number) -> count(Arguments, Number + 1);
count(_, Number) -> Number.
