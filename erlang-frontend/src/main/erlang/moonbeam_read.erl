%% The functions that io:read and its kin have a device call with each line of input: {done, Result, Rest} or {more, State}.
-module(moonbeam_read).

-export([term/4, tokens/4]).

tokens(State, Chars, Place, Options) -> erl_scan:tokens(State, Chars, Place, Options).

%% What is no token makes the rest of its line be skipped.
term(State, Chars, Place, Options) ->
    case erl_scan:tokens(State, Chars, Place, Options) of
        {done, {error, _, _} = Error, Rest} when is_list(Rest) ->
            {done, Error, lists:dropwhile(fun(C) -> C =/= $\n end, Rest)};
        Other -> Other
    end.
