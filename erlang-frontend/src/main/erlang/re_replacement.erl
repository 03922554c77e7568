%% re:replace/3,4 with a function for the replacement (OTP 26 on): it gets the whole match and its groups, as binaries.
-module(re_replacement).

-export([replace/4]).

replace(Subject, Pattern, Fun, Options) when is_function(Fun, 2) ->
    Result = proplists:get_value(return, Options, iodata),
    Running = [Option || Option <- Options, not is_return(Option), Option =/= global],
    Global = lists:member(global, Options),
    Unicode = is_unicode(Pattern, Options),
    Text = to_text(Subject, Unicode),
    case re:run(Text, Pattern, [{capture, all, index} | [global || Global] ++ Running]) of
        nomatch when Result =:= iodata -> Subject;
        nomatch -> converted(Text, Result, Unicode);
        {match, Match} when not Global -> converted(replaced([Match], Text, 0, Fun), Result, Unicode);
        {match, Matches} -> converted(replaced(Matches, Text, 0, Fun), Result, Unicode)
    end;
replace(Subject, Pattern, Fun, Options) ->
    erlang:error(badarg, [Subject, Pattern, Fun, Options]).

is_return({return, _}) -> true;
is_return(_) -> false.

is_unicode({re_pattern, _, Unicode, _, _}, _) -> Unicode =:= 1;
is_unicode(_, Options) -> lists:member(unicode, Options).

to_text(Subject, true) -> unicode:characters_to_binary(Subject);
to_text(Subject, false) -> iolist_to_binary(Subject).

replaced([[{Start, Length} | _] = Match | Matches], Text, From, Fun) ->
    [Whole | Groups] = [part(Text, Place) || Place <- Match],
    Before = binary:part(Text, From, Start - From),
    [Before, Fun(Whole, Groups) | replaced(Matches, Text, Start + Length, Fun)];
replaced([], Text, From, _) ->
    [binary:part(Text, From, byte_size(Text) - From)].

part(_, {-1, 0}) -> <<>>;
part(Text, Place) -> binary:part(Text, Place).

converted(Pieces, iodata, _) -> Pieces;
converted(Pieces, binary, true) -> unicode:characters_to_binary(Pieces);
converted(Pieces, binary, false) -> iolist_to_binary(Pieces);
converted(Pieces, list, true) -> unicode:characters_to_list(Pieces);
converted(Pieces, list, false) -> binary_to_list(iolist_to_binary(Pieces)).
