%% The features that a module may ask for with -feature: OTP's stdlib manual, module erl_features. There is one, which since OTP 27 is on
%% where nothing is said.
-module(erl_features).

-export([all/0, configurable/0, info/1, short/1, long/1, enabled/0, used/1, keywords/0, keywords/1]).

all() -> [maybe_expr].
configurable() -> [maybe_expr].
enabled() -> [maybe_expr].

info(maybe_expr) ->
    #{short => "Value based error handling (EEP49)",
      description => "The expression maybe ... end: matches of the form Pattern ?= Expression end it with the value of "
                     "Expression where that does not match.",
      status => approved, experimental => 25, approved => 27, keywords => ['maybe', 'else'], type => extension};
info(Feature) -> erlang:error(invalid_feature, [Feature]).

short(Feature) -> maps:get(short, info(Feature)).
long(Feature) -> maps:get(description, info(Feature)).

%% A module does not keep what it asked for.
used(Module) when is_atom(Module) ->
    case code:which(Module) of
        non_existing -> not_found;
        _ -> [maybe_expr]
    end.

keywords() -> keywords(maybe_expr).
keywords(Feature) -> maps:get(keywords, info(Feature)).
